#pragma once

#include <string>
#include <string_view>

namespace news {

/// The section of the site that an article's address names (`/world/europe/...` is World); empty
/// where it names none.
std::string section_of_url(std::string_view url);

}  // namespace news

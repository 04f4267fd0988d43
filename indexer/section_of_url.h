#pragma once

#include <string>
#include <string_view>

namespace news {

/// The section of the site that an article's address names: `/en/world/europe/2024/05/15/rain` is
/// World, `/us-news/rain` is US news. Languages, dates, numbers and words such as `news`, `article`
/// and `amp` are passed over; the last part is the article itself. Empty where the address names no
/// section, and where it is not clear that it does.
std::string section_of_url(std::string_view url);

}  // namespace news

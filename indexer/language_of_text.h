#pragma once

#include <string>
#include <string_view>

namespace news {

/// The language of a text as a BCP 47 tag; empty where it is too short or too mixed to tell.
std::string language_of_text(std::string_view utf8);

}  // namespace news

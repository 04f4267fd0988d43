#pragma once

#include <string_view>

namespace news {

/// What JSON writes as a backslash and a letter: the letters, and in the same order what they stand
/// for.
inline constexpr std::string_view escape_letters = "\"\\bfnrt";
inline constexpr std::string_view escaped_characters = "\"\\\b\f\n\r\t";

}  // namespace news

#pragma once

#include <cstddef>
#include <string_view>

/// White space of ASCII, at which a text may be taken apart: no word and no compound reaches over
/// it, whatever is around.
namespace news {

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Where the part of `text` that has the byte at `at`, or ends there, begins: behind white space,
/// or where the text does.
inline std::size_t part_begin(std::string_view text, std::size_t at) {
  while (at > 0 && !is_space(text[at - 1])) --at;
  return at;
}

/// Where the part of `text` that has the byte at `at` ends: before white space, or where the text
/// does.
inline std::size_t part_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_space(text[at])) ++at;
  return at;
}

}  // namespace news

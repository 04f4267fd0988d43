#pragma once

#include <cstddef>
#include <string_view>

namespace news {

/// The last place at or before byte `at` between two characters as a reader sees them (grapheme
/// clusters: letters with their accents, emoji of several parts). Where one is longer than 256
/// bytes, a place between two code points.
std::size_t grapheme_boundary(std::string_view utf8, std::size_t at);

}  // namespace news

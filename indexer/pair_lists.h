#pragma once

#include <filesystem>

namespace news {

/// Writes which articles have the frequent pairs of words of a base, from the other files in its
/// folder, which are complete: those that one of 200 articles has, as far as a sample tells, and
/// 128 at least, of different words that each one of 100 has, and not more than three of four.
/// Phrases are mostly such pairs; without, each article that has both words is to be read. Writes
/// nothing where there are none. Throws Error.
void write_pair_lists(const std::filesystem::path& base);

}  // namespace news

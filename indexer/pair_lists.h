#pragma once

#include <filesystem>

namespace news {

/// Writes which articles have the frequent pairs of words of a base, from the other files in its
/// folder, which are complete: those that one of 200 articles has, and 128 at least, of different
/// words that each one of 100 has. In such pairs of words phrases are asked for; without, each
/// article that has both words is to be read. Writes nothing where there are none. Throws Error.
void write_pair_lists(const std::filesystem::path& base);

}  // namespace news

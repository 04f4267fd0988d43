#pragma once

#include <xapian.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace news {

/// Which articles tell one story, by document number. Only articles whose story has others take
/// more than a bit and a half. Never changes once loaded, so any number of threads may read it.
class StoryColumn {
 public:
  /// Reads the stories of all copies. A copy whose original is not in the index is of one story
  /// with those that name the same one; the stories of a copy of a copy are one. Throws what
  /// Xapian throws.
  static StoryColumn load(const Xapian::Database& database);

  /// The number of the article's story, below count(); nothing if it is the only article of it.
  /// `id` is at most the highest document number.
  std::optional<std::uint32_t> story(Xapian::docid id) const {
    const Block& block = blocks_[id / 64];
    const std::uint64_t bit = std::uint64_t{1} << (id % 64);
    if ((block.members & bit) == 0) return std::nullopt;
    return stories_[block.before + static_cast<unsigned>(std::popcount(block.members & (bit - 1)))];
  }
  /// How many stories have several articles.
  std::size_t count() const { return count_; }

 private:
  struct Block {
    std::uint64_t members = 0;  // a bit for each of 64 articles: whether its story has others
    std::uint32_t before = 0;   // such articles in earlier blocks
  };

  std::vector<Block> blocks_;
  std::vector<std::uint32_t> stories_;  // of the members, by document number
  std::size_t count_ = 0;
};

}  // namespace news

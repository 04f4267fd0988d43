#pragma once

#include <xapian.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/article_database.h"

namespace news {

/// Which articles tell one story, by document number. Only articles whose story has others take
/// more than a bit and a half. Never changes once loaded, so any number of threads may read it.
class StoryColumn {
 public:
  /// Reads the stories of all copies; of what `earlier` has, which is of the same generation, the
  /// base is not read again. A copy whose original is not in the index is of one story with those
  /// that name the same one; the stories of a copy of a copy are one. Throws what Xapian throws.
  static StoryColumn load(const ArticleDatabase& database, const StoryColumn* earlier = nullptr);

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

  /// The copies of a part, in order, and what each says that it is a copy of.
  struct Copies {
    std::vector<std::string> originals;
    std::vector<Xapian::docid> numbers;  // of the originals in this part; 0 for what is not
    struct Copy {
      Xapian::docid number;
      std::uint32_t original;  // its place among them
    };
    std::vector<Copy> copies;
  };
  class Joining;

  static Copies read(const Xapian::Database& part);

  std::shared_ptr<const Copies> base_;  // those of the base
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> stories_;  // of the members, by document number
  std::size_t count_ = 0;
};

}  // namespace news

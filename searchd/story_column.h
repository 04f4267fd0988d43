#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/article_database.h"

namespace news {

/// Which articles tell one story. Never changes once loaded, so any number of threads may read it.
class StoryColumn {
 public:
  /// Reads the stories of all copies; of what `earlier` has, which is of the same generation, the
  /// base is not read again. A copy whose original is not in the index is of one story with those
  /// that name the same one; the stories of a copy of a copy are one. Throws what Xapian throws.
  static StoryColumn load(const ArticleDatabase& database, const StoryColumn* earlier = nullptr);

  /// An article of a story that has others.
  struct Member {
    Xapian::docid id;
    std::uint32_t story;  ///< Below count().
  };
  /// All of them, by number.
  const std::vector<Member>& members() const { return members_; }
  /// How many stories have several articles.
  std::size_t count() const { return count_; }

 private:
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
  std::vector<Member> members_;
  std::size_t count_ = 0;
};

}  // namespace news

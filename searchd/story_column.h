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
  struct Copies;
  using Base = std::shared_ptr<const Copies>;

  /// What there is to know of the base, which stays. Throws what Xapian throws.
  static Base read_base(const Xapian::Database& base);

  /// Reads the stories of all copies; `base` is what was read of it, where there is one. A copy
  /// whose original is not in the index is of one story with those that name the same one; the
  /// stories of a copy of a copy are one. Throws what Xapian throws.
  static StoryColumn load(const ArticleDatabase& database, const Base& base);

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
  class Joining;

  static Copies read(const Xapian::Database& part);

  std::vector<Member> members_;
  std::size_t count_ = 0;
};

}  // namespace news

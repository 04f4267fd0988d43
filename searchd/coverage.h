#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "common/posting_list.h"
#include "searchd/columns.h"

namespace news {

/// Which of the words of a query articles have, where they have most of them. It is what a query
/// whose words are not found all together is relaxed by: from all of its words to most of them, and
/// no further than it takes to find enough. Never changes.
class Coverage {
 public:
  /// The words counted; what more there are to a query only ranks.
  static constexpr std::size_t max_words = 31;

  /// An article has a word that is in any of these.
  using Lists = std::vector<PostingList>;

  /// What is looked at.
  struct Query {
    std::span<const Lists> words;  ///< At least one.
    const PostingList* needed;     ///< Those among which it is looked; nullptr: all.
    const PostingList* excluded;   ///< Those that are left out; nullptr: none.
    std::size_t enough;            ///< As many articles as are wanted.
  };

  /// The lists are not needed any longer than this takes.
  Coverage(const Query& query, const Columns& columns);

  /// The most words, up to all, that at least `enough` visible articles have; at least 1.
  unsigned most_words_of(std::size_t enough) const;
  /// The visible articles that have at least so many words, no fewer than most_words_of(enough)
  /// says for the query's `enough`, or for less.
  std::size_t articles(unsigned words) const;
  /// The same of one article.
  bool has(Xapian::docid id, unsigned words) const;
  /// One bit for each word that it has, if they are so many.
  std::uint32_t words_of(Xapian::docid id) const;
  /// Calls `take` with each visible article that has at least so many, ascending.
  template <typename Take>
  void each(unsigned words, const Take& take) const {
    for (const Covered& one : found_) {
      if (one.count >= words) take(one.id);
    }
  }

 private:
  struct Covered {
    Xapian::docid id;
    std::uint32_t words;  // one bit for each
    std::uint32_t count;
  };

  const Covered* find(Xapian::docid id) const;

  std::vector<Covered> found_;           // ascending
  std::vector<std::uint32_t> articles_;  // by number of words: visible articles with so many
};

}  // namespace news

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
    std::size_t few = 0;           ///< A word of no more articles is enough of itself; 0: none is.
  };

  /// The lists are not needed any longer than this takes.
  Coverage(const Query& query, const Columns& columns);

  /// The most words, up to all, that at least `enough` visible articles have; at least 1.
  unsigned most_words_of(std::size_t enough) const;
  /// The visible articles that have at least so many words, no fewer than most_words_of(enough)
  /// says for the query's `enough`, or for less.
  std::size_t articles(unsigned words) const;
  /// The words, one bit for each, that are enough of themselves, and of which there is an article
  /// that has fewer than so many.
  std::uint32_t rare_words(unsigned words) const;
  /// Whether an article has so many words, or one that is enough of itself.
  bool has(Xapian::docid id, unsigned words) const;
  /// One bit for each word that it has, if they are so many.
  std::uint32_t words_of(Xapian::docid id) const;
  /// How many these are: visible, with at least so many words or one that is enough of itself.
  std::size_t size(unsigned words) const;
  /// Calls `take` with each of them, ascending.
  template <typename Take>
  void each(unsigned words, const Take& take) const {
    for (const Covered& one : found_) {
      if (is_enough(one, words)) take(one.id);
    }
  }

 private:
  struct Covered {
    Xapian::docid id;
    std::uint32_t words;  // one bit for each
    std::uint32_t count;
  };

  bool is_enough(const Covered& one, unsigned words) const {
    return one.count >= words || (one.words & rare_) != 0;
  }
  const Covered* find(Xapian::docid id) const;

  std::uint32_t rare_ = 0;               // the words that are enough of themselves
  std::vector<Covered> found_;           // ascending
  std::vector<Covered> with_rare_;       // of these
  std::vector<std::uint32_t> articles_;  // by number of words: visible articles with so many
};

}  // namespace news

#pragma once

#include <xapian.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "searchd/columns.h"

namespace news {

/// Which of the words of a query each article has. It is what a query whose words are not found all
/// together is relaxed by: from all of its words to most of them, and no further than it takes to
/// find enough. For one thread.
class Coverage {
 public:
  /// The words counted; what more there are to a query only ranks.
  static constexpr std::size_t max_words = 31;

  /// Calls what it is given with each article that has the word of that place.
  using EachOf = std::function<void(std::size_t, const std::function<void(Xapian::docid)>&)>;

  /// Looks for each of `words` words among the articles that `needed` finds (all if it is empty)
  /// and `excluded` does not. Throws what Xapian throws.
  Coverage(const Xapian::Database& database, const Columns& columns, std::size_t words,
           const EachOf& each_of, const Xapian::Query& needed, const Xapian::Query& excluded);

  /// The visible articles that have at least so many words.
  std::size_t articles(unsigned words) const;
  /// The most words, up to all, that at least `enough` visible articles have; at least 1.
  unsigned most_words_of(std::size_t enough) const;
  bool has(Xapian::docid id, unsigned words) const {
    return std::popcount(words_[id]) >= static_cast<int>(words);
  }
  /// One bit for each word that the article has.
  std::uint32_t words_of(Xapian::docid id) const { return words_[id]; }
  /// Calls `take` with each visible article that has at least so many words, in no order.
  template <typename Take>
  void each(unsigned words, const Take& take) const {
    for (const Xapian::docid id : found_) {
      if (has(id, words)) take(id);
    }
  }

 private:
  std::vector<std::uint32_t> words_;     // by article; 0 where it cannot match
  std::vector<Xapian::docid> found_;     // those that have a word, and others
  std::vector<std::uint32_t> articles_;  // by number of words: visible articles with so many
};

}  // namespace news

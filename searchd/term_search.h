#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "common/article_database.h"
#include "searchd/posting_cache.h"
#include "searchd/snapshot.h"
#include "searchd/word_terms.h"

namespace news {

/// Finds the articles that have some words, and ranks them as Xapian does with RankingWeight, from
/// postings in memory and in one pass. For one thread; what it was made from must outlive it.
class TermSearch {
 public:
  /// Nothing where a word is no terms alone, or its postings are not worth their reading yet.
  /// Throws what Xapian throws.
  static std::optional<TermSearch> open(const Snapshot& snapshot, const ArticleDatabase& database,
                                        const std::vector<WordTerms>& words);

  /// Calls `take(id, weight)` for each article that has all words, ascending; `weight()` is what
  /// they weigh in it.
  template <typename Take>
  void each(const Take& take) const;
  /// Calls `take(id)` for each article that has the word of that place.
  template <typename Take>
  void each_of(std::size_t word, const Take& take) const;
  /// What the words weigh that each of these articles, ascending, has.
  std::vector<double> weights(const std::vector<Xapian::docid>& ids) const;

 private:
  struct Group {
    std::vector<std::size_t> terms;  // by their place in Word::postings
    double weight = 0;               // of an article that has them without end
  };
  struct Word {
    std::vector<std::shared_ptr<const Postings>> postings;  // one for each term
    std::vector<Group> groups;
    std::size_t size = 0;  // of all postings
  };
  struct Part {
    const ArticleLengths* lengths = nullptr;
    std::vector<Word> words;
  };
  /// Goes through the articles that have a word.
  class Cursor {
   public:
    explicit Cursor(const Word& word);

    Xapian::docid id() const { return id_; }
    bool at_end() const { return id_ == ended; }
    void next() { skip_to(id_ + 1); }
    void skip_to(Xapian::docid id) {
      if (id_ >= id) return;
      id_ = ended;
      for (PostingCursor& term : terms_) {
        term.skip_to(id);
        id_ = std::min(id_, term.id());
      }
    }
    /// In an article of that length.
    double weight(double length) const;

   private:
    static constexpr Xapian::docid ended = ~Xapian::docid{0};

    const Word& word_;
    std::vector<PostingCursor> terms_;
    Xapian::docid id_ = 0;
  };

  static bool read(const WordTerms& terms, PostingCache& cache, const Xapian::Database& part,
                   Word& word);
  void weigh(const std::vector<WordTerms>& words, const Xapian::Database& database);
  static std::vector<Cursor> cursors(const Part& part);

  std::vector<Part> parts_;
};

template <typename Take>
void TermSearch::each(const Take& take) const {
  for (const Part& part : parts_) {
    std::vector<Cursor> words = cursors(part);
    Cursor& rarest = words.front();
    while (!rarest.at_end()) {
      const Xapian::docid id = rarest.id();
      const auto other = std::find_if(words.begin() + 1, words.end(), [id](Cursor& word) {
        word.skip_to(id);
        return word.id() != id;
      });
      if (other != words.end()) {
        rarest.skip_to(other->id());
        continue;
      }
      take(id, [&] {
        double sum = 0;
        for (const Cursor& word : words) sum += word.weight(part.lengths->of(id));
        return sum;
      });
      rarest.next();
    }
  }
}

template <typename Take>
void TermSearch::each_of(std::size_t word, const Take& take) const {
  for (const Part& part : parts_) {
    for (Cursor cursor(part.words[word]); !cursor.at_end(); cursor.next()) take(cursor.id());
  }
}

}  // namespace news

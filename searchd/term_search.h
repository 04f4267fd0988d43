#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "common/article_database.h"
#include "searchd/order_source.h"
#include "searchd/part_postings.h"
#include "searchd/snapshot.h"
#include "searchd/term_plan.h"

namespace news {

/// Finds the articles that a plan asks for, and ranks them as Xapian does with RankingWeight, from
/// postings at hand and in one pass. For one thread; what it was made from must outlive it.
class TermSearch {
 public:
  /// Nothing where the postings of a word are not worth their reading yet. Throws what Xapian
  /// throws.
  static std::optional<TermSearch> open(const Snapshot& snapshot, const ArticleDatabase& database,
                                        const TermPlan& plan);

  /// Numbers from `first` on, to that before `end`.
  struct Range {
    Xapian::docid first = 0;
    Xapian::docid end = ~Xapian::docid{0};
  };

  /// Calls `take(id, match)` for each article, ascending; `match.weight()` is what the words weigh
  /// in it, and `match.most_weight()`, which is sooner told, at least as much.
  template <typename Take>
  void each(const Range& range, const Take& take) const {
    for (const Part& part : parts_) {
      for (Matches matches(part, range); !matches.at_end(); matches.next()) {
        take(matches.id(), std::as_const(matches));
      }
    }
  }
  /// The same for another thread, which has a handle of its own on the same revision.
  TermSearch with(const ArticleDatabase& handle) const;
  /// How many articles it finds at most: those of its rarest word.
  std::size_t most_matches() const;
  /// About how much each() does, in articles gone through without a row.
  std::size_t cost() const;
  /// Of the word of that place; an article that has it is in any of these.
  std::vector<PostingList> lists_of(std::size_t word) const;
  /// What the words weigh that each of these articles, ascending, has.
  std::vector<double> weights(const std::vector<Xapian::docid>& ids) const;

 private:
  using SharedPostings = std::shared_ptr<const Postings>;

  struct Group {
    std::vector<std::size_t> terms;        // by their place in Word::postings
    std::vector<std::size_t> frequencies;  // of each in the part
    double weight = 0;                     // of an article that has them without end
    std::vector<double> most_weights;      // of an article as short as can be, by their count
  };
  struct Word {
    std::vector<SharedPostings> postings;  // one for each term, or one for all
    std::vector<Group> groups;
    std::size_t size = 0;  // of all postings
  };
  struct Part {
    Xapian::Database database;
    std::shared_ptr<const OrderFile> orders;
    const ArticleLengths* lengths = nullptr;
    std::vector<Word> words;  // those of the plan, then pairs, which weigh nothing
    std::vector<SharedPostings> excluded;
    std::vector<StemRow> rows;  // that articles are looked up for
  };
  /// Goes through the articles that have a word.
  class Cursor {
   public:
    explicit Cursor(const Word& word);

    Xapian::docid id() const { return id_; }
    bool at_end() const { return id_ == ended; }
    void next() {
      const Xapian::docid last = std::exchange(id_, ended);
      for (PostingCursor& term : terms_) {
        if (term.id() == last) term.next();
        id_ = std::min(id_, term.id());
      }
    }
    void skip_to(Xapian::docid id) {
      if (id_ >= id) return;
      id_ = ended;
      for (PostingCursor& term : terms_) {
        term.skip_to(id);
        id_ = std::min(id_, term.id());
      }
    }
    /// In an article of that length; the shorter it is, the more.
    double weight(double length) const;
    double most_weight() const {
      return of_one_term_ != nullptr ? most_weight(*of_one_term_, terms_.front().wdf())
                                     : most_weight_of_groups();
    }

   private:
    static bool has_one_term(const Word& word);
    static double most_weight(const Group& group, std::size_t count) {
      return group.most_weights[std::min(count, group.most_weights.size() - 1)];
    }
    double most_weight_of_groups() const;
    /// How often the article has any of the terms.
    Xapian::termcount count(const Group& group) const {
      Xapian::termcount count = 0;
      for (const std::size_t term : group.terms) {
        if (terms_[term].id() == id_) count += terms_[term].wdf();
      }
      return count;
    }

    static constexpr Xapian::docid ended = ~Xapian::docid{0};

    const Word& word_;
    const Group* of_one_term_;  // of most words
    std::vector<PostingCursor> terms_;
    Xapian::docid id_ = 0;
  };
  /// Goes through the articles of a part that match.
  class Matches {
   public:
    Matches(const Part& part, const Range& range);

    bool at_end() const { return words_.front().id() >= end_; }
    Xapian::docid id() const { return words_.front().id(); }
    void next() {
      words_.front().next();
      find();
    }
    double weight() const;
    double most_weight() const;

   private:
    void find();
    bool is_allowed(Xapian::docid id);

    const Part& part_;
    std::vector<Cursor> words_;  // the rarest in front
    std::vector<PostingCursor> excluded_;
    std::vector<std::unique_ptr<OrderSource>> rows_;
    Xapian::docid end_;
  };

  static SharedPostings read(const WordTerms::Limited& limited, PartPostings& from,
                             const Xapian::Database& database);
  static bool read(const WordTerms& terms, PartPostings& from, const Xapian::Database& database,
                   Word& word);
  static void merge(Word& word);
  static void read_rows(const TermPlan& plan, const PostingFile* pairs, Part& part);
  static std::size_t most_matches(const Part& part);
  static bool read_excluded(const TermPlan& plan, PartPostings& from, Part& part);
  void weigh(const std::vector<WordTerms>& words, double articles);

  std::vector<Part> parts_;
};

}  // namespace news

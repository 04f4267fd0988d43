#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "common/article_database.h"
#include "searchd/term_plan.h"

namespace news {

/// The articles that have a word, with what it weighs in them (RankingWeight): a leaf of a query,
/// in place of a term of Xapian's, which does not know the terms that stand in files beside its
/// tables. For one thread; `database` must outlive it.
class WordSource : public Xapian::PostingSource {
 public:
  /// `word` has a group at least. Nothing is looked up until a matcher begins with it.
  WordSource(WordTerms word, const ArticleDatabase& database)
      : word_(std::move(word)), database_(database) {}

  /// About so many articles have any of the terms of a group, as if none had anything to do with
  /// another.
  static double frequency(const WordTerms::Synonyms& group, const ArticleDatabase& database);

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return estimate_; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }
  Xapian::docid get_docid() const override { return id_; }
  double get_weight() const override;
  void next(double) override { go_to(id_ + 1); }
  void skip_to(Xapian::docid id, double) override { go_to(id); }
  bool at_end() const override { return id_ == ended; }
  void init(const Xapian::Database& part) override;
  WordSource* clone() const override { return new WordSource(word_, database_); }
  std::string name() const override { return "news::WordSource"; }
  /// Its terms: `rain`, `(zelenski | selenski)`; those of weights of their own with `+` between.
  std::string get_description() const override;

 private:
  static constexpr Xapian::docid ended = ~Xapian::docid{0};

  void go_to(Xapian::docid id);

  WordTerms word_;
  const ArticleDatabase& database_;
  double average_length_ = 1;
  std::vector<double> weights_;      // by group: of an article that has it without end
  std::vector<TermCursor> cursors_;  // of the part, those of a group after those before
  Xapian::docid id_ = 0;
  Xapian::doccount articles_ = 0;
  Xapian::doccount estimate_ = 0;
};

/// The articles that have any of these terms, without weight.
Xapian::Query any_term(std::vector<std::string> terms, const ArticleDatabase& database);

}  // namespace news

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "common/article_database.h"
#include "searchd/article_set.h"
#include "searchd/columns.h"
#include "searchd/coverage.h"
#include "searchd/found_article.h"
#include "searchd/query_builder.h"
#include "searchd/term_search.h"

namespace news {

/// A query of which an article need not have all words, because too few articles do: most of them
/// are enough, or one that hardly any article has. Filters of the request are not regarded. For one
/// thread; what it was made from must outlive it.
class Relaxation {
 public:
  /// Nothing if enough articles have all words, of which there are `matches`, or no more have most
  /// of them. `terms` has the postings of all words; nullptr: they are read from the database.
  /// Throws what Xapian throws.
  static std::unique_ptr<Relaxation> of(const BuiltQuery& query, std::size_t matches,
                                        const ArticleDatabase& database, const Columns& columns,
                                        const TermSearch* terms);

  /// What an article can do without, and what of that it must have at least.
  std::uint32_t words() const { return static_cast<std::uint32_t>(optional_.size()); }
  std::uint32_t at_least() const { return at_least_; }
  /// The words that are enough alone, by their place in BuiltQuery::words, where an article found
  /// has not so many; ascending.
  std::vector<std::size_t> rare_words() const;
  bool has_enough(Xapian::docid id) const { return coverage_->has(id, at_least_); }
  /// Calls `take` with each visible article that has enough, ascending.
  template <typename Take>
  void each(const Take& take) const {
    coverage_->each(at_least_, take);
  }
  /// Of these and, where they are many, others that have any of the words; it ranks them by all.
  Xapian::Query query();
  /// The words that each of these articles lacks, by their place in BuiltQuery::words.
  std::vector<std::vector<std::size_t>> missing(const std::vector<FoundArticle>& articles) const;

 private:
  /// A word, or a piece of one.
  struct Optional {
    Xapian::Query query;
    std::size_t word;  // its place in BuiltQuery::words
  };

  explicit Relaxation(const BuiltQuery& query);
  bool relax(std::size_t enough, std::size_t matches);
  std::vector<std::size_t> words_of(std::uint32_t bits) const;

  const BuiltQuery& query_;
  std::vector<Optional> optional_;
  Xapian::Query needed_;
  std::optional<Coverage> coverage_;
  std::optional<ArticleSet> covered_;  // those that have enough, if they are few
  std::uint32_t at_least_ = 0;
};

}  // namespace news

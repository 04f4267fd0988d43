#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searchd/columns.h"
#include "searchd/few_articles.h"
#include "searchd/found_article.h"
#include "searchd/hands.h"
#include "searchd/query_builder.h"
#include "searchd/shared_words.h"

namespace news {

/// Puts the best articles of the ranked pass in order anew, by what is too dear to look at for
/// every match: how early in an article the words of the query stand, whether neighbours in the
/// query are neighbours in it, whether it is about a country that the query names, and how much it
/// is like the first five (pseudo-relevance feedback).
/// Each is kept because judged queries say so (docs/relevance.md). For one thread.
class Reranker {
 public:
  /// So many of the first pass are looked at; what comes after stays as it is.
  static constexpr std::size_t depth = 30;

  /// The references must outlive it.
  Reranker(const Hands& hands, const Columns& columns, const std::vector<QueryWord>& words);

  /// `best` comes and goes in falling order of score; the scores are dealt out anew in the new
  /// order, so that they stay comparable with those of the articles after it.
  /// Throws what Xapian throws.
  void rerank(std::vector<FoundArticle>& best);

 private:
  struct Word {
    std::vector<std::string> terms;  // its stems in the languages of the archive
    double importance;
    std::optional<std::uint32_t> country;  // that it names, by ordinal, if an article has it
  };
  /// Of an article, by word: where it stands, ascending.
  using Positions = std::vector<std::vector<Xapian::termpos>>;
  /// Words of the first articles, and how much each stands for what they are about.
  using Topic = std::vector<SharedWord>;

  void leave_most_important();
  std::vector<FoundArticle> by_closeness(FewArticles& articles,
                                         const std::vector<FoundArticle>& best) const;
  double closeness(const Positions& positions, double relative_length) const;
  double worth_of_countries(Xapian::docid id, const Positions& positions) const;
  Topic topic(std::vector<FoundArticle> best) const;
  std::vector<double> likeness(FewArticles& articles, const std::vector<FoundArticle>& best) const;
  double relative_length(const FoundArticle& article, const Hand& hand) const;
  bool is_searched(const std::string& term) const;
  std::size_t count_searched() const;

  const Hands& hands_;
  const Columns& columns_;
  std::vector<Word> words_;  // in the order of the query
  double norm_ = 0;          // of their importances
  double articles_;
  double average_length_;
};

}  // namespace news

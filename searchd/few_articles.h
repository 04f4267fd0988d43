#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article_database.h"
#include "common/term_dictionary.h"
#include "common/word_order.h"
#include "searchd/found_article.h"

namespace news {

/// What a few articles have of some terms. Each is looked through once, in the order of its words;
/// whether a term is there for sure, and how much it weighs, is asked of the term's postings only
/// where it seems to be: most words of a group of articles are in few of them, and each look at
/// postings is a wait for memory. For one thread. All throw what Xapian throws.
class FewArticles {
 public:
  /// The database must outlive it. Of the articles, which are different, the first `count`.
  FewArticles(const ArticleDatabase& database, const std::vector<FoundArticle>& articles,
              std::size_t count);

  /// A term of a text.
  struct Term {
    std::string text;
    std::optional<TermEntry> in_base = {};  ///< What the base's dictionary says, if it was asked.
  };
  /// What an article has of some terms.
  struct Terms {
    std::vector<Xapian::termcount> wdf;    ///< By term; 0: it does not have it.
    std::vector<WordOrder::Place> places;  ///< Ascending.
  };
  /// Of each article, in the order in which they were given. The terms are different.
  std::vector<Terms> look(const std::vector<Term>& terms);

 private:
  /// Numbers of articles, ascending, with which of them it is.
  using ByNumber = std::vector<std::pair<Xapian::docid, std::size_t>>;

  void weigh(const Term& term, const ByNumber& articles, std::size_t place,
             std::vector<Terms>& all) const;

  const ArticleDatabase& database_;
  ByNumber by_number_;
  std::vector<std::string> packed_;  // where the words of each stand
  std::vector<WordOrder> orders_;
  WordOrder::Finder finder_;
};

}  // namespace news

#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/article_database.h"
#include "common/date.h"
#include "searchd/archive_languages.h"
#include "searchd/column_filter.h"
#include "searchd/name_spellings.h"
#include "searchd/query_parser.h"
#include "searchd/search_result.h"
#include "searchd/stop_word_filter.h"
#include "searchd/term_plan.h"
#include "searchd/word_query.h"

namespace news {

/// A word of the whole query, which stands alone: not in a field, in quotes or in brackets.
struct QueryWord {
  std::string text;
  Xapian::Query query;
  bool needed = false;  ///< Written with a plus, or joined by AND: never left out.
  /// Of `load-deflection` its pieces, each a word of its own once the query is relaxed.
  std::vector<Xapian::Query> pieces;
  std::vector<std::string> text_terms = {};  ///< Its terms that are of the text.
  /// The articles that have the most frequent of these; nothing where there is none.
  std::optional<Xapian::doccount> frequency = {};
  WordTerms terms = {};  ///< The same as `query`.
};

/// A query ready to be searched for.
struct BuiltQuery {
  Xapian::Query query;           ///< All of it; empty if everything matches.
  std::vector<QueryWord> words;  ///< What can be relaxed, in the order of the query.
  Xapian::Query needed;          ///< What else must be found; empty if nothing.
  Xapian::Query excluded;
  bool ranks = false;        ///< Whether anything in it gives weight to an article.
  bool tests_order = false;  ///< Whether it looks where words stand, which is dear.
  /// The same as `query`, its words first, those of `words` in their order; nothing where it is
  /// more than terms.
  std::optional<TermPlan> plan;
  DateRange dates;  ///< What `before:`, `after:` and `date:` of the whole query come to.
  std::optional<QueryNode> searched;  ///< What is left of the parsed query, for highlighting.
  QueryEcho echo;
};

/// Builds the Xapian query of a parsed one. For one thread; the references must outlive it.
class QueryBuilder {
 public:
  /// `spellings` are given to the words; nullptr: words are found as they are spelled.
  QueryBuilder(const ArticleDatabase& database, const std::vector<ArchiveLanguage>& languages,
               const TimeZone& zone, Instant now, Analyzer& analyzer,
               NameSpellings* spellings = nullptr);

  BuiltQuery build(ParsedQuery parsed);

 private:
  /// The query of a node; an empty one where there is nothing to search for, and then what it was
  /// goes to the ignored ones. The node loses the parts that are.
  Xapian::Query build_node(QueryNode& node);
  /// What the parts of an And come to.
  struct Parts {
    std::vector<QueryWord> words;
    Xapian::Query needed;
    Xapian::Query excluded;
    std::optional<TermPlan> others =
        TermPlan{};  // what is not in `words`; nothing as in BuiltQuery

    Xapian::Query all() const;
    std::optional<TermPlan> plan() const;
  };

  Parts build_parts(QueryNode& node);
  Xapian::Query build_or(QueryNode& node);
  Xapian::Query build_words(QueryNode& node);
  std::vector<Xapian::Query> build_pieces(const QueryNode& word);
  Xapian::Query build_filter(const QueryNode& node);
  bool add_terms(const QueryNode& node, TermPlan& plan);
  bool exclude_terms(const QueryNode& node, TermPlan& plan);
  Xapian::Query build_excluded(QueryNode& node);
  std::vector<QueryNode> take_dates(QueryNode& root);
  DateRange date_filter(const QueryNode& node);

  const ArticleDatabase& database_;
  WordQuery words_;
  const std::vector<ArchiveLanguage>& languages_;
  const TimeZone& zone_;
  Instant now_;
  Analyzer& analyzer_;
  NameSpellings* spellings_;
  BuiltQuery built_;
};

}  // namespace news

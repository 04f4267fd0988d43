#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/article_database.h"
#include "common/schema.h"
#include "searchd/archive_languages.h"
#include "searchd/query.h"
#include "searchd/term_plan.h"

namespace news {

/// Turns words, phrases, wildcards and NEAR into queries over the terms of an index. A word is
/// looked for with the stem it has in each language of the archive, the stems of the lesser
/// languages among their own articles only. For one thread; the references must outlive it.
class WordQuery {
 public:
  /// A wildcard stands for this many terms at most, the most frequent ones.
  static constexpr std::size_t max_expansion = 200;

  WordQuery(const ArticleDatabase& database, const std::vector<ArchiveLanguage>& languages,
            Analyzer& analyzer);

  /// The query of a Word (with its variants), Phrase, Wildcard or Near; empty if there is no word
  /// in it. `truncated` is set if a wildcard stood for more than max_expansion terms.
  Xapian::Query build(const QueryNode& node, bool& truncated);
  /// The same of a Word in no field, where each of its spellings is one term.
  WordTerms terms(const QueryNode& word);
  /// Adds a Word, Phrase or Wildcard to what `plan` has; false if it is more than terms.
  bool add_terms(const QueryNode& node, TermPlan& plan);
  /// Whether a query that was built tests where words stand, which is dear.
  bool tests_order() const { return tests_order_; }
  /// The terms of the text (schema::is_in_text) in the queries that were built since the last call.
  std::vector<std::string> take_text_terms();

 private:
  /// The same words in one language.
  struct Reading {
    std::vector<std::string> stems;
    std::vector<std::string> among;  // only articles that have any of these terms; empty for all
  };

  /// The terms that a wildcard stands for.
  struct Expansion {
    std::vector<std::string> terms;
    bool truncated = false;  // there are more
  };

  std::vector<Reading> readings(const std::vector<std::string>& forms);
  std::optional<std::vector<std::string>> only_stems(const std::vector<std::string>& forms);
  std::optional<std::string> only_term(std::string_view text);
  bool add_one_term(std::string_view text, WordTerms::Synonyms& to);
  bool add_phrase(const std::vector<std::string>& forms, TermPlan& plan);
  bool weighs_alike(const QueryNode& word, const std::vector<std::string>& forms) const;
  std::vector<std::string> pieces(std::string_view text, std::vector<std::string>* wholes);
  Xapian::Query word(const QueryNode& node);
  bool is_known(const std::vector<std::string>& forms) const;
  Xapian::Query phrase(const QueryNode& node);
  Xapian::Query near(const QueryNode& node);
  Xapian::Query wildcard(const QueryNode& node, bool& truncated);
  /// The forms in a row, or within `window` words; in that very form if they are quoted.
  Xapian::Query combine(const std::vector<std::string>& forms, std::string_view field,
                        bool exact = false, Xapian::termpos window = 0);
  Xapian::Query leaf(WordTerms::Synonyms terms);
  Xapian::Query leaf(WordTerms word);
  Xapian::Query all_of(const std::vector<std::string>& terms, double factor);
  Xapian::Query in_order(const std::vector<std::string>& stems, std::string_view field,
                         Xapian::termpos window);
  Xapian::Query reading_query(const Reading& reading, const std::vector<std::string>& forms,
                              std::string_view field, bool exact, Xapian::termpos window);
  Xapian::Query stem_in_any(const std::vector<Reading>& readings, std::string_view field);
  const Expansion& expand(const std::string& prefix);

  const ArticleDatabase& database_;
  const std::vector<ArchiveLanguage>& languages_;
  std::vector<std::vector<std::string>> among_;  // by language: terms of its articles
  Analyzer& analyzer_;
  bool tests_order_ = false;
  std::vector<std::string> text_terms_;
  std::map<std::string, Expansion> expansions_;  // by prefix: query and plan ask for the same
};

}  // namespace news

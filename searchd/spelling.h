#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/article_database.h"
#include "searchd/archive_languages.h"
#include "searchd/lexicon.h"
#include "searchd/query.h"

namespace news {

/// What could have been meant instead of a query.
struct Correction {
  QueryNode query;
  bool of_unknown_word = false;  ///< A word was corrected that no article has.
};

/// Finds what could have been meant by the words of a query, from the words of the archive. Words
/// in quotes, excluded, with a plus or a wildcard, and stop words are never touched; a word that
/// articles have only where it is rare and another one fits its neighbours far better.
/// For one thread; the references must outlive it.
class Spelling {
 public:
  /// Of a query, no more words are looked up, and no more corrections come of it.
  static constexpr std::size_t max_words = 3;
  static constexpr std::size_t max_corrections = 3;

  Spelling(const Lexicon& lexicon, const ArticleDatabase& database,
           const std::vector<ArchiveLanguage>& languages, Analyzer& analyzer);

  /// The likeliest first. `few`: whether the query finds so little that words may be corrected
  /// that articles have. Whether a correction finds more is for the caller to see.
  /// Throws what Xapian throws.
  std::vector<Correction> corrections(const QueryNode& query, bool few);

 private:
  /// What may stand for a word: another one, or two where a space is missing.
  struct Candidate {
    std::string text;
    std::uint32_t count = 0;  ///< Articles that have it.
    double weight = 1;        ///< How likely it is typed so by mistake.
    double score = 0;
  };
  /// A word of the query in its place.
  struct Word {
    QueryNode* node = nullptr;
    std::string typed;
    std::string typed_form;   ///< The same folded; empty for what is no single word.
    std::string form;         ///< What is in its place now, folded.
    std::uint32_t count = 0;  ///< Articles that have it as typed, in any form.
    bool looked_up = false;
    std::vector<Candidate> near;        ///< What is near it, whatever stands beside it.
    std::vector<Candidate> candidates;  ///< The best one first.
  };
  using Words = std::vector<Word>;

  void collect(QueryNode& node, Words* row);
  Word make_word(QueryNode& node);
  std::vector<Candidate> find_candidates(const Word& word) const;
  void add_split(const std::string& form, std::vector<Candidate>& found) const;
  bool look_up(Word& word, bool few);
  void choose(Words& row, std::size_t at, bool few);
  double fit(const Words& row, std::size_t at, const std::string& form) const;
  void add_joined(const QueryNode& query, std::vector<Correction>& found) const;
  bool is_stop_word(const std::string& form) const;
  std::uint32_t articles_with(const std::string& form) const;
  std::string stem(const std::string& form) const;

  const Lexicon& lexicon_;
  const ArticleDatabase& database_;
  const std::vector<ArchiveLanguage>& languages_;
  Analyzer& analyzer_;
  std::vector<Words> rows_;  // words that stand beside each other in the query
  std::size_t looked_up_ = 0;
};

}  // namespace news

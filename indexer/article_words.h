#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "common/analysis/analyzer.h"
#include "common/article.h"
#include "indexer/file_parts.h"
#include "indexer/name_keys.h"
#include "indexer/numbered_values.h"
#include "indexer/term_table.h"
#include "indexer/word_forms.h"

namespace news {

/// The words of one article.
struct WordsInUse {
  NumberedValues<unsigned> forms;  ///< By number, with what says that they are names.
  NumberedValues<bool> bare;       ///< Stems, by place, that stand there as they are.
};

/// What the words of articles come to: terms of their stems, weighted by where they stand, of their
/// very forms, of names and initials, and the order of all. What a word comes to is remembered from
/// one article to the next. For one thread.
class ArticleWords {
 public:
  /// Terms get their places in `terms`, which must outlive it.
  explicit ArticleWords(TermTable& terms) : terms_(terms) {}

  /// Adds those of an article.
  void add(const Article& article, FileParts& parts);
  /// Forgets all words, as has to be done when the table of terms begins anew.
  void forget() { forms_.clear(); }

 private:
  WordForms& forms_of(std::string_view language);

  TermTable& terms_;
  Analyzer analyzer_;
  NameKeys name_keys_;
  std::map<std::string, WordForms, std::less<>> forms_;  // by language
  WordsInUse used_;                                      // kept for its memory
};

}  // namespace news

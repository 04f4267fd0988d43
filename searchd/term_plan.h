#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "common/word_order.h"

namespace news {

/// A word of a query as terms alone: an article has the word if it has any of these.
struct WordTerms {
  /// A term that counts in some articles only: those that have any of the terms `among`.
  struct Limited {
    std::string term;
    std::vector<std::string> among;
  };
  /// Terms that rank as one: by how often an article has any of them, and how many articles do.
  struct Synonyms {
    std::vector<std::string> terms;
    std::vector<Limited> limited = {};  ///< More of them; not for a WordSource.
    double factor = 1;                  ///< Of its weight; what all groups weigh is added up.
    /// As which the group weighs, in place of how many articles have any of its terms.
    std::optional<double> frequency = {};
  };
  std::vector<Synonyms> groups;  ///< Empty where there is more to the word than terms.
};

/// Stems that have to stand in a row or, if `window` is not 0, within so many words.
struct StemRow {
  std::vector<std::string> stems;
  OrderField field = OrderField::Text;
  Xapian::termpos window = 0;
};

/// A query that is nothing but terms: an article has to have all of `words`, none of `excluded`,
/// and the rows.
struct TermPlan {
  std::vector<WordTerms> words;
  std::vector<std::string> excluded;
  std::vector<StemRow> rows;  ///< Their stems are among the words.
};

}  // namespace news

#pragma once

#include <string>
#include <vector>

namespace news {

/// A word of a query as terms alone: an article has the word if it has any of these.
struct WordTerms {
  /// Terms that rank as one: by how often an article has any of them, and how many articles do.
  struct Synonyms {
    std::vector<std::string> terms;
    double factor = 1;  ///< Of its weight; what all groups weigh is added up.
  };
  std::vector<Synonyms> groups;  ///< Empty where there is more to the word than terms.
};

}  // namespace news

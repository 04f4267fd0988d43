#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searchd/found_article.h"
#include "searchd/hands.h"

namespace news {

/// A word that articles share.
struct SharedWord {
  double weight;  ///< What it counts in all of them.
  std::string term;
  double frequency;  ///< Articles of the archive that have it, or about.
};

/// The words that at least two of the articles have, the weightiest in front, at most `most`: the
/// better an article and the more often it has a word, the more that counts. Throws Error and what
/// Xapian throws.
std::vector<SharedWord> shared_words(const Hands& hands, const std::vector<FoundArticle>& articles,
                                     std::size_t most);

}  // namespace news

#pragma once

#include <xapian.h>

#include <string>

#include "common/article_database.h"

namespace news {

/// How often two terms occur together.
struct WordPair {
  double together = 0;  ///< Articles that have both.
  double beside = 0;    ///< Of these, the ones where the second follows the first at once.
};

/// Looks at a bounded number of postings, so that it costs at most some two milliseconds however
/// frequent the terms are, and reckons from them how it is in the whole index. Exact for rare
/// terms. Throws what Xapian throws.
WordPair count_pair(const ArticleDatabase& articles, const std::string& first,
                    const std::string& second);

}  // namespace news

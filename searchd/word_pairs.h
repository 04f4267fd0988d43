#pragma once

#include <xapian.h>

#include <string>

namespace news {

/// How often two terms occur together.
struct WordPair {
  double together = 0;  ///< Articles that have both.
  double beside = 0;    ///< Of these, the ones where the second follows the first at once.
};

/// Looks at a bounded number of postings, so that it costs at most some two milliseconds however
/// frequent the terms are, and reckons from them how it is in the whole index. Exact for rare
/// terms. Throws what Xapian throws.
WordPair count_pair(const Xapian::Database& database, const std::string& first,
                    const std::string& second);

}  // namespace news

#pragma once

#include <xapian.h>

namespace news {

/// An article of a page, by number.
struct FoundArticle {
  Xapian::docid id = 0;
  double score = 0;
};

}  // namespace news

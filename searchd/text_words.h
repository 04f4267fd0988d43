#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/article_database.h"

namespace news {

/// A word of an article's text.
struct TextWord {
  std::string term;
  Xapian::termcount wdf;
};

/// The words of an article, ascending; of one of the base those that tell something about it
/// (PostingFile::words). Throws Error and what Xapian throws.
std::vector<TextWord> text_words(const ArticleDatabase& database, Xapian::docid number);

}  // namespace news

#pragma once

#include <string>
#include <string_view>

#include "indexer/source_article.h"

namespace news {

/// What a message is.
struct MboxArticle {
  SourceArticle article;
  std::string removes;     ///< The id of an article that it takes back or replaces.
  bool is_cancel = false;  ///< It is nothing but that.
};

/// Reads a message, headers and body, as it was sent.
MboxArticle mbox_article(std::string_view message);

}  // namespace news

#pragma once

#include "indexer/readers/json_fields.h"
#include "indexer/source_article.h"

namespace news {

/// The article that a ninjs object of any version describes.
SourceArticle ninjs_article(JsonField item);

}  // namespace news

#pragma once

#include "indexer/html/page.h"
#include "indexer/source_article.h"

namespace news::html {

/// What the `meta` tags of the page's head say: OpenGraph and `article:*` before Twitter's, Dublin
/// Core, Parse.ly, Sailthru, cXense and plain ones. Urls are as they stand.
SourceArticle meta_article(const Page& page);

}  // namespace news::html

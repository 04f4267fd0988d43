#pragma once

#include "indexer/html/page.h"
#include "indexer/source_article.h"

namespace news::html {

/// What `itemprop` attributes say of the article: those of the first item whose type is an article,
/// or, where no item is one, those that stand in no other item. Urls are as they stand.
SourceArticle microdata_article(const Page& page);

}  // namespace news::html

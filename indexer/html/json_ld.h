#pragma once

#include "indexer/html/page.h"
#include "indexer/source_article.h"

namespace news::html {

/// What the page's JSON-LD (`<script type="application/ld+json">`) says of its article: a
/// schema.org NewsArticle or another kind of article or posting, in any of several scripts, arrays
/// and `@graph`s; what that leaves out is taken from the WebPage. Of several articles it is the one
/// at `url`, else the first. Urls are as they stand. Broken JSON is mended where that is plain,
/// else left out.
SourceArticle json_ld_article(const Page& page, std::string_view url);

}  // namespace news::html

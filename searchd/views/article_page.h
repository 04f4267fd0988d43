#pragma once

#include "searchd/search_request.h"
#include "searchd/search_result.h"
#include "searchd/views/templates.h"

namespace news {

/// What the page of an article shows. `request` is the search that led there.
View article_page(const ArticleResult& result, const SearchRequest& request);

}  // namespace news

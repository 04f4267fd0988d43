#pragma once

#include "searchd/search_request.h"
#include "searchd/search_result.h"
#include "searchd/views/templates.h"

namespace news {

/// What the results page shows.
View search_page(const SearchRequest& request, const SearchResult& result);

}  // namespace news

#pragma once

#include "searchd/search_request.h"
#include "searchd/search_result.h"
#include "searchd/views/links.h"
#include "searchd/views/templates.h"

namespace news {

/// The timeline as inline SVG: one path for all bars, and over each bar a link that narrows the
/// request to it. Nothing (false) where there is no time to choose from.
View timeline_view(const SearchRequest& request, const DateFacet& date, links::Style link);

}  // namespace news

#pragma once

#include <optional>
#include <vector>

#include "searchd/columns.h"
#include "searchd/counter.h"
#include "searchd/search_request.h"
#include "searchd/search_result.h"

namespace news {

/// The facets that `request` asks for, from the counts: its largest values, and all that are
/// chosen.
std::vector<FacetResult> facet_results(const Columns& columns, const Counts& counts,
                                       const SearchRequest& request);

/// The timeline of the counts: by the request's interval, or by one that gives a readable number of
/// buckets.
DateFacet date_facet(const Columns& columns, const Counts& counts, const SearchRequest& request,
                     const TimeZone& zone);

}  // namespace news

#pragma once

#include "searchd/search_request.h"
#include "searchd/search_result.h"
#include "searchd/views/links.h"
#include "searchd/views/templates.h"

namespace news {

/// What a reader sees for a value of a facet: `Ukraine` for `UA`.
std::string facet_label(std::string_view facet, const std::string& value);

/// The facets, each value a link that chooses it, or that removes it where it is chosen.
ViewList facets_view(const SearchRequest& request, const std::vector<FacetResult>& facets,
                     links::Style link);

/// Everything the request narrows by, each a link of the results page that removes it.
ViewList chips_view(const SearchRequest& request);

/// The parameters of a request as the hidden inputs of a form.
ViewList hidden_inputs(const SearchRequest& request);

}  // namespace news

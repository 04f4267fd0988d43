#pragma once

#include <string>
#include <string_view>

#include "searchd/search_request.h"
#include "searchd/search_result.h"

/// The URLs of a search and of what is near it: every state of a page is one.
namespace news::links {

/// The path with the request's query string, if there is one.
std::string to(std::string_view path, const SearchRequest& request);
/// The results page of a request, relative to the results page: there are many of these on it.
std::string here(const SearchRequest& request);
/// The results page of a request, from anywhere.
std::string search(const SearchRequest& request);
/// The page of an article. It carries the search along, for the marks and for the way back.
std::string article(std::string_view id, const SearchRequest& request);

/// Where the related articles of an article are found as data.
std::string related(std::string_view id);

/// The results page of a request, `here` or `search`.
using Style = std::string (*)(const SearchRequest& request);

/// Requests near another; all but `page` begin at the first page.
SearchRequest first_page(SearchRequest request);
SearchRequest page(SearchRequest request, unsigned number);
/// With one article a story, or with all.
SearchRequest collapsed(const SearchRequest& request, bool collapse);
SearchRequest sorted(const SearchRequest& request, Sort sort);
SearchRequest with_value(const SearchRequest& request, std::size_t facet, const std::string& value);
/// Without a chosen or excluded value, however it was spelled.
SearchRequest without_value(const SearchRequest& request, std::size_t facet,
                            std::string_view value);
SearchRequest with_missing(const SearchRequest& request, std::size_t facet, bool missing);
SearchRequest without_filters(const SearchRequest& request);
SearchRequest without_dates(const SearchRequest& request);
/// With another query.
SearchRequest with_query(const SearchRequest& request, const std::string& q);
/// With the date of an offer as a filter instead of its words.
SearchRequest with_offer(const SearchRequest& request, const DateOffer& offer);
/// Narrowed to a bucket of the timeline.
SearchRequest with_bucket(const SearchRequest& request, const DateBucket& bucket,
                          std::string_view interval);
/// With nothing but a value of a facet, or nothing at all if there is no such facet.
SearchRequest of_value(std::string_view facet, const std::string& value);

/// The request for the next page: by number, or by cursor past what can be numbered. Nothing on the
/// last page.
std::optional<SearchRequest> next_page(const SearchRequest& request, const SearchResult& result);
std::optional<SearchRequest> previous_page(const SearchRequest& request);
/// The number of pages that can be reached by number.
unsigned last_page(const SearchRequest& request, const SearchResult& result);

}  // namespace news::links

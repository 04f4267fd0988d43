#include "searchd/views/links.h"

#include <algorithm>
#include <utility>

#include "common/analysis/analyzer.h"
#include "common/date.h"
#include "common/text.h"

namespace news::links {

namespace {

void erase_value(std::vector<std::string>& values, std::string_view value) {
  const std::string key = fold_key(value);
  std::erase_if(values, [&](const std::string& other) { return fold_key(other) == key; });
}

/// A bound of a bucket, as short as its interval allows: `2024-05` for a month.
std::optional<Date> bound(const std::string& day, std::string_view interval) {
  const std::size_t length = interval == "year" ? 4 : interval == "month" ? 7 : day.size();
  return parse_date(std::string_view(day).substr(0, length));
}

}  // namespace

std::string to(std::string_view path, const SearchRequest& request) {
  const std::string parameters = to_query_string(request);
  return std::string(path) + (parameters.empty() ? "" : "?" + parameters);
}

std::string here(const SearchRequest& request) { return "?" + to_query_string(request); }

std::string search(const SearchRequest& request) { return to("/search", request); }

std::string article(std::string_view id, const SearchRequest& request) {
  return to("/article/" + percent_encode(id), request);
}

std::string related(std::string_view id) {
  return "/api/v1/articles/" + percent_encode(id) + "/related";
}

SearchRequest first_page(SearchRequest request) {
  request.page = 1;
  request.cursor.clear();
  return request;
}

SearchRequest page(SearchRequest request, unsigned number) {
  request.page = number;
  request.cursor.clear();
  return request;
}

SearchRequest collapsed(const SearchRequest& request, bool collapse) {
  SearchRequest result = first_page(request);
  result.collapse_stories = collapse;
  return result;
}

SearchRequest sorted(const SearchRequest& request, Sort sort) {
  SearchRequest result = first_page(request);
  result.sort.reset();
  if (result.effective_sort() != sort) result.sort = sort;
  return result;
}

SearchRequest with_value(const SearchRequest& request, std::size_t facet,
                         const std::string& value) {
  SearchRequest result = first_page(request);
  result.filters[facet].any.push_back(value);
  return result;
}

SearchRequest without_value(const SearchRequest& request, std::size_t facet,
                            std::string_view value) {
  SearchRequest result = first_page(request);
  erase_value(result.filters[facet].any, value);
  erase_value(result.filters[facet].none, value);
  return result;
}

SearchRequest with_missing(const SearchRequest& request, std::size_t facet, bool missing) {
  SearchRequest result = first_page(request);
  result.filters[facet].missing = missing;
  result.filters[facet].not_missing = false;
  return result;
}

SearchRequest without_filters(const SearchRequest& request) {
  SearchRequest result = without_dates(request);
  result.filters = {};
  return result;
}

SearchRequest without_dates(const SearchRequest& request) {
  SearchRequest result = first_page(request);
  result.from.reset();
  result.to.reset();
  return result;
}

SearchRequest with_query(const SearchRequest& request, const std::string& q) {
  SearchRequest result = first_page(request);
  result.q = q;
  return result;
}

SearchRequest with_offer(const SearchRequest& request, const DateOffer& offer) {
  SearchRequest result = with_query(request, offer.q);
  result.from = offer.span.from;
  result.to = offer.span.to;
  return result;
}

SearchRequest with_bucket(const SearchRequest& request, const DateBucket& bucket,
                          std::string_view interval) {
  SearchRequest result = first_page(request);
  // The first and the last bucket may reach past the dates already chosen.
  const TimeZone utc;
  const bool begins_before = request.from && bucket.from < to_string(day_of(*request.from, utc));
  const bool ends_after =
      request.to && bucket.to > to_string(utc.day(last_instant(*request.to, utc)));
  if (!begins_before) result.from = bound(bucket.from, interval);
  if (!ends_after) result.to = bound(bucket.to, interval);
  result.interval = Interval::Auto;
  return result;
}

SearchRequest of_value(std::string_view facet, const std::string& value) {
  SearchRequest result;
  const auto index = schema::find_facet(facet);
  if (index) result.filters[*index].any.push_back(value);
  return result;
}

std::optional<SearchRequest> next_page(const SearchRequest& request, const SearchResult& result) {
  if (request.cursor.empty() && request.page < last_page(request, result)) {
    return page(request, request.page + 1);
  }
  if (result.next_cursor.empty()) return std::nullopt;
  SearchRequest next = first_page(request);
  next.cursor = result.next_cursor;
  return next;
}

std::optional<SearchRequest> previous_page(const SearchRequest& request) {
  if (!request.cursor.empty() || request.page <= 1) return std::nullopt;
  return page(request, request.page - 1);
}

unsigned last_page(const SearchRequest& request, const SearchResult& result) {
  const std::uint32_t shown = request.collapse_stories ? result.stories : result.total;
  const unsigned reachable = std::min(shown, SearchRequest::max_paged_hits);
  return std::max(1U, (reachable + request.per_page - 1) / request.per_page);
}

}  // namespace news::links

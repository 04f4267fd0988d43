#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/date.h"
#include "common/schema.h"

namespace news {

/// Names and values as they came, decoded; a name may come again.
using Parameters = std::vector<std::pair<std::string, std::string>>;

enum class Sort { Relevance, Newest, Oldest };
/// Whether names are found however they are spelled.
enum class Names { Any, Exact };
enum class Interval { Auto, Year, Month, Week, Day };

/// What is asked of one facet: articles with any of `any` (or with no value at all, if `missing`),
/// and none of `none`. Values are as shown; case and diacritics do not matter.
struct FacetFilter {
  std::vector<std::string> any;
  std::vector<std::string> none;
  bool missing = false;      ///< `-`
  bool not_missing = false;  ///< `!-`

  bool empty() const { return any.empty() && none.empty() && !missing && !not_missing; }
  bool operator==(const FacetFilter&) const = default;
};

/// One search as asked for, checked and with defaults filled in.
/// Knows nothing of HTTP and nothing of Xapian.
struct SearchRequest {
  static constexpr unsigned max_per_page = 100;
  static constexpr unsigned default_per_page = 10;
  static constexpr unsigned default_facet_size = 10;
  static constexpr unsigned max_facet_size = 1000;
  static constexpr unsigned max_paged_hits = 10'000;  ///< Past these, `cursor`.

  std::string q;                                           ///< As typed; empty finds everything.
  std::array<FacetFilter, schema::facets.size()> filters;  ///< In the order of schema::facets.
  std::optional<Date> from, to;                            ///< Both ends included.
  std::optional<Sort> sort;                                ///< As asked; see effective_sort().
  Names names = Names::Any;
  unsigned page = 1;
  unsigned per_page = default_per_page;
  std::string cursor;  ///< From an answer; empty for paging by number.
  /// Names to count, `date` among them; nothing asked for means all.
  std::optional<std::vector<std::string>> facets;
  unsigned facet_size = default_facet_size;
  Interval interval = Interval::Auto;
  bool collapse_stories = false;  ///< Whether only one article of each story is shown.

  Sort effective_sort() const { return sort.value_or(q.empty() ? Sort::Newest : Sort::Relevance); }
  bool wants_facet(std::string_view name) const;
  bool operator==(const SearchRequest&) const = default;
};

/// Throws BadRequest, naming the parameter and what was expected, for an unknown parameter (with
/// the nearest known one), a bad number, date or choice, or a page past max_paged_hits.
SearchRequest parse_search_request(const Parameters& parameters);

/// The request as a query string without `?`, parameters in a fixed order, defaults left out:
/// parse_search_request of it gives the same request.
std::string to_query_string(const SearchRequest& request);

}  // namespace news

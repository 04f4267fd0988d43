#include "searchd/views/filters.h"

#include <array>
#include <string>
#include <utility>

#include "common/country.h"
#include "common/language.h"
#include "common/text.h"
#include "searchd/target.h"
#include "searchd/views/links.h"
#include "searchd/views/readable.h"

namespace news {

namespace {

/// What facets are called on a page, in the order of schema::facets.
constexpr std::array headings{"Author", "Country", "Section", "Source", "Language", "Tag"};
static_assert(headings.size() == schema::facets.size());

View item(const std::string& link, const std::string& label) {
  View view;
  view["link"] = link;
  view["label"] = label;
  return view;
}

View value_view(const SearchRequest& request, std::size_t facet, const FacetValue& value,
                links::Style link) {
  View view = item(link(value.selected ? links::without_value(request, facet, value.value)
                                       : links::with_value(request, facet, value.value)),
                   value.label);
  view["count"] = readable::number(value.count);
  view["selected"] = value.selected;
  return view;
}

View missing_view(const SearchRequest& request, std::size_t index, const FacetResult& facet,
                  links::Style link) {
  View view = item(link(links::with_missing(request, index, !facet.missing_selected)), "(none)");
  view["count"] = readable::number(facet.missing);
  view["selected"] = facet.missing_selected;
  return view;
}

/// The link to all values of a facet; nothing if they are all there.
View more_view(const SearchRequest& request, const FacetResult& facet, links::Style link) {
  SearchRequest more = request;
  if (facet.distinct > facet.values.size()) {
    more.facet_size = std::min(facet.distinct, SearchRequest::max_facet_size);
    return item(link(more), "Show all " + readable::number(facet.distinct));
  }
  more.facet_size = SearchRequest::default_facet_size;
  const bool fewer = facet.values.size() > more.facet_size;
  return fewer ? item(link(more), "Show fewer") : View(false);
}

View facet_view(const SearchRequest& request, std::size_t index, const FacetResult& facet,
                links::Style link) {
  ViewList values;
  for (const FacetValue& value : facet.values) {
    values.push_back(value_view(request, index, value, link));
  }
  if (facet.missing > 0 || facet.missing_selected) {
    values.push_back(missing_view(request, index, facet, link));
  }
  View view;
  view["name"] = facet.name;
  view["heading"] = headings[index];
  set_list(view, "values", values);
  view["more"] = more_view(request, facet, link);
  return view;
}

void add_facet_chips(ViewList& chips, const SearchRequest& request, std::size_t facet) {
  const FacetFilter& filter = request.filters[facet];
  const std::string_view name = schema::facets[facet].name;
  const std::string heading = headings[facet];
  for (const std::string& value : filter.any) {
    chips.push_back(item(links::here(links::without_value(request, facet, value)),
                         heading + ": " + facet_label(name, value)));
  }
  for (const std::string& value : filter.none) {
    chips.push_back(item(links::here(links::without_value(request, facet, value)),
                         heading + ": not " + facet_label(name, value)));
  }
  const std::string without = links::here(links::with_missing(request, facet, false));
  if (filter.missing) chips.push_back(item(without, heading + ": (none)"));
  if (filter.not_missing) chips.push_back(item(without, heading + ": any"));
}

}  // namespace

std::string facet_label(std::string_view facet, const std::string& value) {
  if (facet == "country") return country_name(country_code(value).value_or(value));
  if (facet == "language") return language_name(value);
  return value;
}

ViewList facets_view(const SearchRequest& request, const std::vector<FacetResult>& facets,
                     links::Style link) {
  const SearchRequest first = links::first_page(request);
  ViewList list;
  for (const FacetResult& facet : facets) {
    const auto index = schema::find_facet(facet.name);
    const bool empty = facet.values.empty() && !facet.missing_selected;
    if (index && !empty) list.push_back(facet_view(first, *index, facet, link));
  }
  return list;
}

ViewList chips_view(const SearchRequest& request) {
  ViewList chips;
  for (std::size_t i = 0; i < schema::facets.size(); ++i) add_facet_chips(chips, request, i);
  SearchRequest without = links::first_page(request);
  if (request.from) {
    without.from.reset();
    chips.push_back(item(links::here(without), "From " + readable::moment(*request.from)));
    without.from = request.from;
  }
  if (request.to) {
    without.to.reset();
    chips.push_back(item(links::here(without), "To " + readable::moment(*request.to)));
  }
  return chips;
}

ViewList hidden_inputs(const SearchRequest& request) {
  ViewList inputs;
  for (const auto& [name, value] : parse_parameters(to_query_string(request))) {
    View input;
    input["name"] = name;
    input["value"] = repair_utf8(value);
    inputs.push_back(std::move(input));
  }
  return inputs;
}

}  // namespace news

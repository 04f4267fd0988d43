#include "searchd/search_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>

#include "common/country.h"
#include "common/error.h"
#include "common/text.h"

namespace news {

namespace {

constexpr std::size_t max_value = 2048;
constexpr std::size_t max_values = 100;

template <typename Value>
struct Choice {
  std::string_view name;
  Value value;
};

constexpr std::array sorts{Choice<Sort>{"relevance", Sort::Relevance},
                           Choice<Sort>{"newest", Sort::Newest},
                           Choice<Sort>{"oldest", Sort::Oldest}};
constexpr std::array collapses{Choice<bool>{"stories", true}};
constexpr std::array spellings{Choice<Names>{"any", Names::Any},
                               Choice<Names>{"exact", Names::Exact}};
constexpr std::array intervals{
    Choice<Interval>{"auto", Interval::Auto}, Choice<Interval>{"year", Interval::Year},
    Choice<Interval>{"month", Interval::Month}, Choice<Interval>{"week", Interval::Week},
    Choice<Interval>{"day", Interval::Day}};

template <typename Choices>
auto choose(const Choices& choices, const std::string& parameter, const std::string& value) {
  for (const auto& choice : choices) {
    if (choice.name == value) return choice.value;
  }
  std::vector<std::string_view> names;
  names.reserve(choices.size());
  for (const auto& choice : choices) names.push_back(choice.name);
  throw BadRequest(parameter, fmt::format("expected one of {}, got \"{}\"", fmt::join(names, ", "),
                                          truncate_utf8(value, 100)));
}

template <typename Choices, typename Value>
std::string_view name_of(const Choices& choices, Value value) {
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [&](const auto& choice) { return choice.value == value; });
  return found->name;
}

unsigned number(const std::string& parameter, const std::string& value, unsigned least,
                unsigned most) {
  unsigned result = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  const bool whole = error == std::errc() && end == value.data() + value.size();
  if (whole && result >= least && result <= most) return result;
  throw BadRequest(parameter, fmt::format("expected a whole number from {} to {}, got \"{}\"",
                                          least, most, truncate_utf8(value, 100)));
}

Date date(const std::string& parameter, const std::string& value) {
  const std::optional<Date> result = parse_date(value);
  if (!result) throw BadRequest(parameter, explain_bad_date(value));
  return *result;
}

std::string facet_value(std::string_view facet, const std::string& value) {
  if (facet != "country") return value;
  const std::optional<std::string> code = country_code(value);
  if (code) return *code;
  throw BadRequest("country",
                   fmt::format("expected an ISO 3166-1 code or the name of a country, got \"{}\"",
                               truncate_utf8(value, 100)));
}

void add_value(std::size_t facet, const std::string& value, SearchRequest& request) {
  FacetFilter& filter = request.filters[facet];
  const std::string_view name = schema::facets[facet].name;
  if (value == "-") {
    filter.missing = true;
    return;
  }
  if (value == "!-") {
    filter.not_missing = true;
    return;
  }
  const bool excluded = value.starts_with('!');
  std::vector<std::string>& values = excluded ? filter.none : filter.any;
  std::string plain = facet_value(name, value.substr(excluded ? 1 : 0));
  if (plain.empty() || std::find(values.begin(), values.end(), plain) != values.end()) return;
  if (values.size() >= max_values) {
    throw BadRequest(std::string(name), fmt::format("expected at most {} values", max_values));
  }
  values.push_back(std::move(plain));
}

std::vector<std::string> facet_names() {
  std::vector<std::string> names;
  names.reserve(schema::facets.size() + 1);
  for (const schema::Facet& facet : schema::facets) names.emplace_back(facet.name);
  names.emplace_back("date");
  return names;
}

void take_facets(const std::string& list, SearchRequest& request) {
  if (!request.facets) request.facets.emplace();
  const std::vector<std::string> known = facet_names();
  for (std::size_t begin = 0; begin <= list.size() && list != "none";) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string name = list.substr(begin, end - begin);
    begin = end + 1;
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      throw BadRequest("facets", fmt::format("expected none or some of {}, got \"{}\"",
                                             fmt::join(known, ","), truncate_utf8(name, 100)));
    }
    if (std::find(request.facets->begin(), request.facets->end(), name) == request.facets->end()) {
      request.facets->push_back(name);
    }
  }
}

/// A parameter that is given at most once, and how it is taken.
struct Single {
  std::string_view name;
  void (*take)(const std::string&, SearchRequest&);
};

constexpr std::array singles{
    Single{"q", [](const std::string& v, SearchRequest& r) { r.q = v; }},
    Single{"from", [](const std::string& v, SearchRequest& r) { r.from = date("from", v); }},
    Single{"to", [](const std::string& v, SearchRequest& r) { r.to = date("to", v); }},
    Single{"sort",
           [](const std::string& v, SearchRequest& r) { r.sort = choose(sorts, "sort", v); }},
    Single{"names",
           [](const std::string& v, SearchRequest& r) { r.names = choose(spellings, "names", v); }},
    Single{"page",
           [](const std::string& v, SearchRequest& r) {
             r.page = number("page", v, 1, SearchRequest::max_paged_hits);
           }},
    Single{"per_page",
           [](const std::string& v, SearchRequest& r) {
             r.per_page = number("per_page", v, 1, SearchRequest::max_per_page);
           }},
    Single{"cursor", [](const std::string& v, SearchRequest& r) { r.cursor = v; }},
    Single{"facet_size",
           [](const std::string& v, SearchRequest& r) {
             r.facet_size = number("facet_size", v, 1, SearchRequest::max_facet_size);
           }},
    Single{"date_interval",
           [](const std::string& v, SearchRequest& r) {
             r.interval = choose(intervals, "date_interval", v);
           }},
    Single{"collapse",
           [](const std::string& v, SearchRequest& r) {
             r.collapse_stories = choose(collapses, "collapse", v);
           }},
};

[[noreturn]] void unknown(const std::string& name) {
  std::vector<std::string> known;
  known.reserve(singles.size() + schema::facets.size() + 1);
  for (const Single& single : singles) known.emplace_back(single.name);
  for (const schema::Facet& facet : schema::facets) known.emplace_back(facet.name);
  known.emplace_back("facets");
  const auto nearest = nearest_word(name, known);
  const std::string shown = repair_utf8(truncate_utf8(name, 100));
  throw BadRequest(
      shown, nearest
                 ? fmt::format("is not a parameter; did you mean \"{}\"?", *nearest)
                 : fmt::format("is not a parameter; expected one of {}", fmt::join(known, ", ")));
}

void require_text(const std::string& name, const std::string& value) {
  if (name == "q") return;  // any bytes get an answer
  if (value.size() > max_value) {
    throw BadRequest(name,
                     fmt::format("expected at most {} bytes, got {}", max_value, value.size()));
  }
  if (const auto at = find_invalid_utf8(value)) {
    throw BadRequest(name, fmt::format("expected UTF-8; byte {} cannot stand there", *at + 1));
  }
}

void take(const std::string& name, const std::string& value, std::set<std::string>& seen,
          SearchRequest& request) {
  const auto single =
      std::find_if(singles.begin(), singles.end(), [&](const Single& s) { return s.name == name; });
  const auto facet = schema::find_facet(name);
  if (single == singles.end() && !facet && name != "facets") unknown(name);
  if (value.empty()) return;  // a field of a form that was not filled in
  require_text(name, value);
  if (facet) return add_value(*facet, value, request);
  if (name == "facets") return take_facets(value, request);
  if (!seen.insert(name).second) throw BadRequest(name, "is given twice; expected it once");
  single->take(value, request);
}

void check(const SearchRequest& request) {
  if (request.cursor.empty() &&
      std::size_t{request.page} * request.per_page > SearchRequest::max_paged_hits) {
    throw BadRequest(
        "page", fmt::format("goes past {} hits; go on with the \"cursor\" of an answer instead",
                            SearchRequest::max_paged_hits));
  }
  if (!request.from || !request.to) return;
  // The zone of the index is not known here; it matters only beside a moment with an offset.
  const TimeZone utc;
  const bool same_zone = !request.from->offset && !request.to->offset;
  const Instant slack = same_zone ? 0 : Instant{24} * 60 * 60;
  if (last_instant(*request.to, utc) + slack < first_instant(*request.from, utc)) {
    throw BadRequest("to", "is before \"from\"; expected a date after it");
  }
}

/// A space as `+`, which in a query string is as good and shorter.
std::string with_pluses(std::string encoded) {
  constexpr std::string_view space = "%20";
  for (auto at = encoded.find(space); at != std::string::npos; at = encoded.find(space, at)) {
    encoded[at] = '+';
    encoded.erase(at + 1, space.size() - 1);
  }
  return encoded;
}

class QueryString {
 public:
  void add(std::string_view name, std::string_view value) {
    if (!text_.empty()) text_ += '&';
    text_ += fmt::format("{}={}", name, with_pluses(percent_encode(value)));
  }
  void add_filter(std::string_view name, const FacetFilter& filter) {
    for (const std::string& value : filter.any) add(name, value);
    for (const std::string& value : filter.none) add(name, '!' + value);
    if (filter.missing) add(name, "-");
    if (filter.not_missing) add(name, "!-");
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

bool SearchRequest::wants_facet(std::string_view name) const {
  return !facets || std::find(facets->begin(), facets->end(), name) != facets->end();
}

SearchRequest parse_search_request(const Parameters& parameters) {
  SearchRequest request;
  std::set<std::string> seen;
  for (const auto& [name, value] : parameters) take(name, value, seen, request);
  check(request);
  return request;
}

std::string to_query_string(const SearchRequest& request) {
  QueryString text;
  if (!request.q.empty()) text.add("q", request.q);
  for (std::size_t i = 0; i < request.filters.size(); ++i) {
    text.add_filter(schema::facets[i].name, request.filters[i]);
  }
  if (request.from) text.add("from", to_string(*request.from));
  if (request.to) text.add("to", to_string(*request.to));
  if (request.sort) text.add("sort", name_of(sorts, *request.sort));
  const SearchRequest defaults;
  if (request.names != defaults.names) text.add("names", name_of(spellings, request.names));
  if (request.page != defaults.page) text.add("page", std::to_string(request.page));
  if (request.per_page != defaults.per_page) text.add("per_page", std::to_string(request.per_page));
  if (!request.cursor.empty()) text.add("cursor", request.cursor);
  if (request.facets) {
    text.add("facets",
             request.facets->empty() ? "none" : fmt::format("{}", fmt::join(*request.facets, ",")));
  }
  if (request.facet_size != defaults.facet_size) {
    text.add("facet_size", std::to_string(request.facet_size));
  }
  if (request.interval != defaults.interval) {
    text.add("date_interval", name_of(intervals, request.interval));
  }
  if (request.collapse_stories) text.add("collapse", name_of(collapses, true));
  return text.take();
}

}  // namespace news

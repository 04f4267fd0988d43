#include "searchd/facet_results.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <string_view>
#include <utility>

#include "common/country.h"
#include "common/language.h"
#include "searchd/each_counted.h"

namespace news {

namespace {

std::string label(std::string_view facet, const std::string& value) {
  if (facet == "country") return country_name(value);
  if (facet == "language") return language_name(value);
  return value;
}

/// Of `ordinals`, the values to show, by falling count, then by value: the `size` largest and the
/// chosen ones.
std::vector<std::uint32_t> shown(std::vector<std::uint32_t> ordinals, const FacetColumn& column,
                                 const std::vector<std::uint32_t>& counts,
                                 const std::set<std::uint32_t>& selected, std::size_t size) {
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : column.is_before(a, b);
  };
  const auto kept = static_cast<std::ptrdiff_t>(std::min(size, ordinals.size()));
  std::partial_sort(ordinals.begin(), ordinals.begin() + kept, ordinals.end(), before);
  ordinals.erase(std::remove_if(ordinals.begin() + kept, ordinals.end(),
                                [&](std::uint32_t i) { return !selected.contains(i); }),
                 ordinals.end());
  std::sort(ordinals.begin() + kept, ordinals.end(), before);
  return ordinals;
}

FacetResult facet_result(std::size_t index, const FacetColumn& column, const Counts& counts,
                         const SearchRequest& request) {
  const FacetFilter& filter = request.filters[index];
  const std::vector<std::uint32_t>& by_value = counts.by_value[index];
  std::vector<std::uint32_t> ordinals;
  each_counted(by_value, [&](std::uint32_t i, std::uint32_t) { ordinals.push_back(i); });
  FacetResult result{.name = std::string(schema::facets[index].name),
                     .values = {},
                     .missing = counts.missing[index],
                     .distinct = static_cast<std::uint32_t>(ordinals.size()),
                     .missing_selected = filter.missing};
  std::set<std::uint32_t> selected;
  std::vector<std::string> unknown;  // chosen, and in no article
  for (const std::string& value : filter.any) {
    const auto ordinal = column.find(value);
    if (!ordinal) {
      unknown.push_back(value);
    } else if (selected.insert(*ordinal).second && by_value[*ordinal] == 0) {
      ordinals.push_back(*ordinal);
    }
  }
  for (const std::uint32_t i :
       shown(std::move(ordinals), column, by_value, selected, request.facet_size)) {
    const std::string& value = column.labels()[i];
    result.values.push_back({value, label(result.name, value), by_value[i], selected.contains(i)});
  }
  std::sort(unknown.begin(), unknown.end());
  for (const std::string& value : unknown) {
    result.values.push_back({value, label(result.name, value), 0, true});
  }
  return result;
}

/// One way to cut time into buckets.
struct Cut {
  Interval interval;
  std::string_view name;
  CalendarDay (*begin)(CalendarDay);  ///< The first day of the bucket with that day.
  CalendarDay (*next)(CalendarDay);   ///< The first day of the next bucket.
};

constexpr std::array cuts{
    Cut{Interval::Year, "year",
        [](CalendarDay day) {
          return CalendarDay(std::chrono::year_month_day(day).year() / 1 / 1);
        },
        [](CalendarDay day) {
          return CalendarDay((std::chrono::year_month_day(day).year() + std::chrono::years(1)) / 1 /
                             1);
        }},
    Cut{Interval::Month, "month",
        [](CalendarDay day) {
          const std::chrono::year_month_day date(day);
          return CalendarDay(date.year() / date.month() / 1);
        },
        [](CalendarDay day) {
          const std::chrono::year_month_day date(day);
          return CalendarDay(date.year() / date.month() / 1 + std::chrono::months(1));
        }},
    Cut{Interval::Week, "week",
        [](CalendarDay day) { return day - (std::chrono::weekday(day) - std::chrono::Monday); },
        [](CalendarDay day) {
          return day - (std::chrono::weekday(day) - std::chrono::Monday) + std::chrono::weeks(1);
        }},
    Cut{Interval::Day, "day", [](CalendarDay day) { return day; },
        [](CalendarDay day) { return day + std::chrono::days(1); }},
};

/// A timeline is readable with about this many bars.
constexpr int most_bars = 60;
/// No interval that is asked for may give more than this many.
constexpr int most_buckets = 5000;

const Cut& choose_cut(Interval interval, int days) {
  constexpr int days_of[] = {365, 30, 7, 1};
  const int bound = interval == Interval::Auto ? most_bars : most_buckets;
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    if (days / days_of[i] <= bound) chosen = i;
    if (cuts[i].interval == interval) break;
  }
  return cuts[chosen];
}

}  // namespace

std::vector<FacetResult> facet_results(const Columns& columns, const Counts& counts,
                                       const SearchRequest& request) {
  std::vector<FacetResult> results;
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    if (!request.wants_facet(schema::facets[i].name)) continue;
    results.push_back(facet_result(i, columns.facet(i), counts, request));
  }
  return results;
}

DateFacet date_facet(const Columns& columns, const Counts& counts, const SearchRequest& request,
                     const TimeZone& zone) {
  const auto counted = [](std::uint32_t count) { return count > 0; };
  const auto& by_day = counts.by_day;
  const auto first = std::find_if(by_day.begin(), by_day.end(), counted);
  const auto last = std::find_if(by_day.rbegin(), by_day.rend(), counted).base();
  const Cut& cut = choose_cut(request.interval, static_cast<int>(std::distance(first, last)));
  DateFacet facet{.interval = std::string(cut.name),
                  .time_zone = zone.name(),
                  .buckets = {},
                  .missing = counts.undated};
  if (first == by_day.end()) return facet;

  const CalendarDay origin{std::chrono::days(columns.first_day())};
  const auto day_of = [&](auto position) {
    return origin + std::chrono::days(std::distance(by_day.begin(), position));
  };
  CalendarDay begin = cut.begin(day_of(first));
  for (auto day = first; day != last;) {
    const CalendarDay next = cut.next(begin);
    DateBucket bucket{to_string(begin), to_string(next - std::chrono::days(1)), 0};
    for (; day != last && day_of(day) < next; ++day) bucket.count += *day;
    facet.buckets.push_back(std::move(bucket));
    begin = next;
  }
  return facet;
}

}  // namespace news

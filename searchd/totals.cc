#include "searchd/totals.h"

#include <algorithm>
#include <array>
#include <future>
#include <vector>

namespace news {

namespace {

/// Visible articles, those of one story once.
std::uint32_t count_stories(const Columns& columns) {
  std::vector<bool> counted(columns.story_count());
  std::uint32_t stories = columns.visible_count();
  for (const auto& [id, story] : columns.story_members()) {
    if (!columns.visible(id)) continue;
    if (counted[story]) --stories;
    counted[story] = true;
  }
  return stories;
}

/// Adds an article to the counts, or takes it out of them.
void change(Counts& counts, const Columns& columns, Xapian::docid id, bool is_added) {
  const auto by_one = [is_added](std::uint32_t& count) { is_added ? ++count : --count; };
  by_one(counts.matches);
  by_one(counts.total);
  for (std::size_t facet = 0; facet < counts.by_value.size(); ++facet) {
    const auto values = columns.facet(facet).values_of(columns.cell(id, facet));
    if (values.empty()) by_one(counts.missing[facet]);
    for (const std::uint32_t value : values) by_one(counts.by_value[facet][value]);
  }
  if (columns.day(id) == Columns::undated) {
    by_one(counts.undated);
  } else {
    by_one(counts.by_day[static_cast<std::size_t>(columns.day(id) - columns.first_day())]);
  }
}

/// Calls `take` with each visible article from `first` on.
template <typename Take>
void each_visible(const Columns& columns, Xapian::docid first, const Take& take) {
  for (Xapian::docid id = first; id < columns.end(); ++id) {
    if (columns.visible(id)) take(id);
  }
}

/// Counts by day from the first day of `columns` on, of those from the first of `earlier` on. Days
/// beyond those of `columns` have nothing.
std::vector<std::uint32_t> moved_days(const std::vector<std::uint32_t>& by_day,
                                      const Columns& earlier, const Columns& columns) {
  if (columns.first_day() == Columns::undated) return {};
  std::vector<std::uint32_t> moved(
      static_cast<std::size_t>(columns.last_day() - columns.first_day()) + 1);
  for (std::size_t i = 0; i < by_day.size(); ++i) {
    const auto day = static_cast<std::int32_t>(i) + earlier.first_day();
    if (by_day[i] > 0) moved[static_cast<std::size_t>(day - columns.first_day())] = by_day[i];
  }
  return moved;
}

}  // namespace

Counts count_all(const Columns& columns) {
  const SearchRequest everything;
  std::array<bool, schema::facets.size()> wanted;
  wanted.fill(true);
  const ColumnFilter filter(columns, everything, {});
  Counter lower(columns, filter, wanted, true), upper(columns, filter, wanted, true);
  const auto count = [](Counter& counter, Xapian::docid first, Xapian::docid end) {
    for (Xapian::docid id = first; id < end; ++id) counter.count(id);
  };
  const Xapian::docid middle = columns.end() / 2;
  auto other =
      std::async(std::launch::async, [&] { count(upper, std::max(middle, 1u), columns.end()); });
  count(lower, 1, middle);
  other.get();
  lower.add(upper);
  return lower.take_counts();
}

Counts count_all(const Columns& columns, Xapian::docid first_recent, const Columns& earlier,
                 const Counts& counted) {
  Counts counts = counted;
  const auto take_out = [&](Xapian::docid id) { change(counts, earlier, id, false); };
  const auto add = [&](Xapian::docid id) { change(counts, columns, id, true); };
  std::vector<Xapian::docid> came;  // of the base: an embargo has ended
  for (Xapian::docid id = 1; id < first_recent; ++id) {
    if (earlier.visible(id) == columns.visible(id)) continue;
    if (columns.visible(id))
      came.push_back(id);
    else
      take_out(id);
  }
  each_visible(earlier, first_recent, take_out);
  for (std::size_t i = 0; i < counts.by_value.size(); ++i) {
    counts.by_value[i].resize(columns.facet(i).labels().size());  // what differs there is 0
  }
  counts.by_day = moved_days(counts.by_day, earlier, columns);
  for (const Xapian::docid id : came) add(id);
  each_visible(columns, first_recent, add);
  counts.stories = count_stories(columns);
  return counts;
}

}  // namespace news

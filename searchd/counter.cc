#include "searchd/counter.h"

namespace news {

Counter::Counter(const Columns& columns, const ColumnFilter& filter,
                 const std::array<bool, schema::facets.size()>& wanted, bool days)
    : columns_(columns),
      filter_(filter),
      wanted_(wanted),
      days_(days),
      counted_stories_(columns.stories().count()) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i]) counts_.by_value[i].resize(columns.facet(i).labels().size());
  }
  if (days && columns.first_day() != Columns::undated) {
    counts_.by_day.resize(static_cast<std::size_t>(columns.last_day() - columns.first_day()) + 1);
  }
}

void Counter::count_everywhere(Xapian::docid id) {
  ++counts_.total;
  count_story(id);
  for (std::size_t i = 0; i < wanted_.size(); ++i) count_facet(i, id);
  if (!days_) return;
  const std::int32_t day = columns_.day(id);
  if (day == Columns::undated) {
    ++counts_.undated;
  } else {
    ++counts_.by_day[static_cast<std::size_t>(day - columns_.first_day())];
  }
}

void Counter::count_facet(std::size_t facet, Xapian::docid id) {
  if (!wanted_[facet]) return;
  const auto values = columns_.facet(facet).values(id);
  if (values.empty()) ++counts_.missing[facet];
  for (const std::uint32_t ordinal : values) ++counts_.by_value[facet][ordinal];
}

void Counter::count_story(Xapian::docid id) {
  const std::optional<std::uint32_t> story = columns_.stories().story(id);
  if (story && counted_stories_[*story]) return;
  if (story) counted_stories_[*story] = true;
  ++counts_.stories;
}

Counts count_all(const Columns& columns, const ColumnFilter& filter,
                 const std::array<bool, schema::facets.size()>& wanted, bool days) {
  Counter counter(columns, filter, wanted, days);
  for (Xapian::docid id = 1; id < columns.end(); ++id) counter.count(id);
  return counter.counts();
}

}  // namespace news

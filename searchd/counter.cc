#include "searchd/counter.h"

#include <algorithm>

namespace news {

Counter::Counter(const Columns& columns, const ColumnFilter& filter,
                 const std::array<bool, schema::facets.size()>& wanted, bool days)
    : columns_(columns),
      filter_(filter),
      wanted_(wanted),
      days_(days),
      counted_stories_(columns.story_count()) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i]) continue;
    counts_.by_value[i].resize(columns.facet(i).labels().size());
  }
  if (days && columns.first_day() != Columns::undated) {
    counts_.by_day.resize(static_cast<std::size_t>(columns.last_day() - columns.first_day()) + 1);
  }
}

void Counter::count_waiting() {
  const Ids ids(waiting_.data(), waiting_count_);
  counts_.total += static_cast<std::uint32_t>(ids.size());
  count_stories(ids);
  for (std::size_t i = 0; i < wanted_.size(); ++i) count_facet(i, ids);
  if (days_) count_days(ids);
  waiting_count_ = 0;
}

/// Of an article that lacks what is chosen in a facet, and passes all else.
void Counter::count_later(std::size_t facet, Xapian::docid id) {
  std::vector<Xapian::docid>& lacking = lacking_[facet];
  lacking.push_back(id);
  if (lacking.size() < most_waiting) return;
  count_facet(facet, lacking);
  lacking.clear();
}

void Counter::count_facet(std::size_t facet, Ids ids) {
  if (!wanted_[facet]) return;
  if (ids.size() < most_waiting) {
    count_values(facet, ids);
  } else {
    count_sets(facet, ids);
  }
}

/// Of few articles: what there are sets of would take longer to take apart than to count.
void Counter::count_values(std::size_t facet, Ids ids) {
  const FacetColumn& column = columns_.facet(facet);
  for (const Xapian::docid id : ids) {
    const std::uint32_t cell = columns_.cell(id, facet);
    if ((cell & FacetColumn::own_list) != 0) column.prefetch(cell);
  }
  std::uint32_t* const by_value = counts_.by_value[facet].data();
  for (const Xapian::docid id : ids) {
    const std::uint32_t cell = columns_.cell(id, facet);
    if (cell == 0) ++counts_.missing[facet];
    for (const std::uint32_t value : column.values_of(cell)) ++by_value[value];
  }
}

void Counter::count_sets(std::size_t facet, Ids ids) {
  const FacetColumn& column = columns_.facet(facet);
  if (by_set_[facet].empty()) by_set_[facet].resize(column.sets());
  std::uint32_t* const by_set = by_set_[facet].data();
  std::array<std::uint32_t, most_waiting> own;  // each is far from all others
  std::size_t own_count = 0;
  for (const Xapian::docid id : ids) {
    const std::uint32_t cell = columns_.cell(id, facet);
    if ((cell & FacetColumn::own_list) == 0) {
      ++by_set[cell];
    } else {
      column.prefetch(cell);
      own[own_count++] = cell;
    }
  }
  std::uint32_t* const by_value = counts_.by_value[facet].data();
  for (std::size_t i = 0; i < own_count; ++i) {
    for (const std::uint32_t value : column.values_of(own[i])) ++by_value[value];
  }
}

/// Moves what was counted for sets of values to the values.
void Counter::take_apart(std::size_t facet) {
  const FacetColumn& column = columns_.facet(facet);
  std::vector<std::uint32_t>& by_set = by_set_[facet];
  if (by_set.empty()) return;
  counts_.missing[facet] += by_set[0];
  for (std::uint32_t set = 1; set < by_set.size(); ++set) {
    if (by_set[set] == 0) continue;
    for (const std::uint32_t value : column.values_of(set)) {
      counts_.by_value[facet][value] += by_set[set];
    }
  }
  by_set.clear();
}

const Counts& Counter::counts() {
  count_waiting();
  for (std::size_t i = 0; i < by_set_.size(); ++i) {
    count_facet(i, lacking_[i]);
    lacking_[i].clear();
    take_apart(i);
  }
  return counts_;
}

namespace {

void add_all(std::vector<std::uint32_t>& sums, const std::vector<std::uint32_t>& more) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
}

}  // namespace

void Counter::add(Counter& other) {
  counts();
  const Counts& more = other.counts();
  counts_.total += more.total;
  counts_.stories += more.stories;
  for (std::size_t story = 0; story < counted_stories_.size(); ++story) {
    if (counted_stories_[story] != 0 && other.counted_stories_[story] != 0) --counts_.stories;
    counted_stories_[story] |= other.counted_stories_[story];
  }
  for (std::size_t i = 0; i < counts_.by_value.size(); ++i) {
    add_all(counts_.by_value[i], more.by_value[i]);
    counts_.missing[i] += more.missing[i];
  }
  add_all(counts_.by_day, more.by_day);
  counts_.undated += more.undated;
}

void Counter::count_stories(Ids ids) {
  std::uint32_t stories = 0;
  for (const Xapian::docid id : ids) {
    const std::optional<std::uint32_t> story = columns_.story(id);
    if (!story) {
      ++stories;
    } else if (counted_stories_[*story] == 0) {
      counted_stories_[*story] = 1;
      ++stories;
    }
  }
  counts_.stories += stories;
}

void Counter::count_days(Ids ids) {
  for (const Xapian::docid id : ids) {
    const std::int32_t day = columns_.day_in_row(id);
    if (day == Columns::undated) {
      ++counts_.undated;
    } else {
      ++counts_.by_day[static_cast<std::size_t>(day - columns_.first_day())];
    }
  }
}

}  // namespace news

#include "searchd/counter.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "searchd/each_counted.h"

namespace news {

namespace {

// Where there are so few sets, articles that follow one another often have the same, and would wait
// for the sum that has just been stored: they are counted apart.
constexpr std::size_t few_sets = 512;
constexpr std::size_t most_lanes = 4;

/// How many sums a set has.
std::size_t lanes_of(const FacetColumn& column) {
  return column.sets() <= few_sets ? most_lanes : 1;
}

}  // namespace

Counter::Counter(const Columns& columns, const ColumnFilter& filter,
                 const std::array<bool, schema::facets.size()>& wanted, bool days)
    : columns_(columns),
      filter_(filter),
      wanted_(wanted),
      days_(days),
      counted_stories_((columns.story_count() + story_bits - 1) / story_bits) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i]) continue;
    counts_.by_value[i].resize(columns.facet(i).labels().size());
  }
  if (days && columns.first_day() != Columns::undated) {
    counts_.by_day.resize(static_cast<std::size_t>(columns.last_day() - columns.first_day()) + 1);
  }
}

/// What is to be known of an article has had some time to come near.
void Counter::sift() {
  for (std::size_t i = 0; i < matching_count_; ++i) {
    const Xapian::docid id = matching_[i];
    if (columns_.visible(id)) ++counts_.matches;
    const int verdict = filter_.verdict(id);
    if (verdict == ColumnFilter::passes_all) {
      if (keeps_passing_) passing_.push_back(id);
      waiting_[waiting_count_++] = id;
      if (waiting_count_ == waiting_.size()) count_waiting();
    } else if (verdict >= 0) {
      count_later(static_cast<std::size_t>(verdict), id);
    }
  }
  matching_count_ = 0;
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
  if (ids.size() < most_waiting || most_matches_ < columns_.facet(facet).sets()) {
    count_values(facet, ids);
  } else {
    count_sets(facet, ids);
  }
}

/// Of few articles: what there are sets of would take longer to take apart than to count.
void Counter::count_values(std::size_t facet, Ids ids) {
  const FacetColumn& column = columns_.facet(facet);
  std::uint32_t* const by_value = counts_.by_value[facet].data();
  std::array<std::uint32_t, most_waiting> others;
  std::size_t other_count = 0;
  for (const Xapian::docid id : ids) {
    const std::uint32_t cell = columns_.cell(id, facet);
    if (column.is_single(cell)) {
      ++by_value[FacetColumn::single_of(cell)];
    } else {
      column.prefetch(cell);
      others[other_count++] = cell;
    }
  }
  for (std::size_t i = 0; i < other_count; ++i) {
    const std::uint32_t cell = others[i];
    if (cell == 0) ++counts_.missing[facet];
    for (const std::uint32_t value : column.values_of(cell)) ++by_value[value];
  }
}

void Counter::count_sets(std::size_t facet, Ids ids) {
  const FacetColumn& column = columns_.facet(facet);
  const std::size_t lanes = lanes_of(column);
  if (by_set_[facet].empty()) by_set_[facet].resize(column.sets() * lanes);
  std::uint32_t* const by_set = by_set_[facet].data();
  std::array<std::uint32_t, most_waiting> own;  // each is far from all others
  std::size_t own_count = 0;
  std::size_t lane = 0;
  for (const Xapian::docid id : ids) {
    const std::uint32_t cell = columns_.cell(id, facet);
    if ((cell & FacetColumn::own_list) == 0) {
      ++by_set[cell * lanes + (lane++ & (lanes - 1))];
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
  const auto lanes = static_cast<std::uint32_t>(lanes_of(column));
  std::uint32_t* const by_value = counts_.by_value[facet].data();
  each_counted(by_set, [&](std::uint32_t lane, std::uint32_t count) {
    const std::uint32_t set = lane / lanes;
    if (set == 0) counts_.missing[facet] += count;
    for (const std::uint32_t value : column.values_of(set)) by_value[value] += count;
  });
  by_set.clear();
}

/// Counts all that was taken in.
void Counter::settle() {
  sift();
  count_waiting();
  for (std::size_t i = 0; i < lacking_.size(); ++i) {
    count_facet(i, lacking_[i]);
    lacking_[i].clear();
  }
}

Counts Counter::take_counts() {
  settle();
  for (std::size_t i = 0; i < by_set_.size(); ++i) take_apart(i);
  return std::move(counts_);
}

namespace {

void add_all(std::vector<std::uint32_t>& sums, const std::vector<std::uint32_t>& more) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
}

}  // namespace

void Counter::add(Counter& other) {
  settle();
  other.settle();
  for (std::size_t part = 0; part < parts; ++part) add_part(other, part);
}

void Counter::add(Counter& other, const Hands& hands) {
  hands.share(2, [&](std::size_t task, const Hand&) { (task == 0 ? *this : other).settle(); });
  hands.share(parts, [&](std::size_t part, const Hand&) { add_part(other, part); });
}

void Counter::add_part(Counter& other, std::size_t part) {
  if (part < schema::facets.size()) {
    add_facet(other, part);
  } else {
    add_all_else(other);
  }
}

void Counter::add_facet(Counter& other, std::size_t facet) {
  add_all(counts_.by_value[facet], other.counts_.by_value[facet]);
  counts_.missing[facet] += other.counts_.missing[facet];
  if (by_set_[facet].empty()) {
    by_set_[facet] = std::move(other.by_set_[facet]);
  } else if (!other.by_set_[facet].empty()) {
    add_all(by_set_[facet], other.by_set_[facet]);
  }
  take_apart(facet);
}

void Counter::add_all_else(const Counter& other) {
  const Counts& more = other.counts_;
  counts_.matches += more.matches;
  counts_.total += more.total;
  counts_.undated += more.undated;
  add_all(counts_.by_day, more.by_day);
  std::uint32_t both = 0;
  for (std::size_t i = 0; i < counted_stories_.size(); ++i) {
    both +=
        static_cast<std::uint32_t>(std::popcount(counted_stories_[i] & other.counted_stories_[i]));
    counted_stories_[i] |= other.counted_stories_[i];
  }
  counts_.stories += more.stories - both;
}

void Counter::count_stories(Ids ids) {
  std::uint32_t stories = 0;
  for (const Xapian::docid id : ids) {
    const std::optional<std::uint32_t> story = columns_.story(id);
    if (!story) {
      ++stories;
    } else {
      std::uint64_t& counted = counted_stories_[*story / story_bits];
      const std::uint64_t bit = std::uint64_t{1} << *story % story_bits;
      if ((counted & bit) == 0) ++stories;
      counted |= bit;
    }
  }
  counts_.stories += stories;
}

void Counter::count_days(Ids ids) {
  for (const Xapian::docid id : ids) {
    const std::int32_t day = columns_.day(id);
    if (day == Columns::undated) {
      ++counts_.undated;
    } else {
      ++counts_.by_day[static_cast<std::size_t>(day - columns_.first_day())];
    }
  }
}

}  // namespace news

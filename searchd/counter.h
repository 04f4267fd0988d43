#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "searchd/column_filter.h"
#include "searchd/columns.h"
#include "searchd/hands.h"

namespace news {

/// Exact counts over the articles that match.
struct Counts {
  std::uint32_t matches = 0;  ///< Visible ones, whether they pass the filter or not.
  std::uint32_t total = 0;    ///< Those that pass it, as all that follow.
  std::uint32_t stories = 0;  ///< Different ones among them.
  std::array<std::vector<std::uint32_t>, schema::facets.size()> by_value;  ///< By ordinal.
  std::array<std::uint32_t, schema::facets.size()> missing = {};
  std::vector<std::uint32_t> by_day;  ///< From Columns::first_day() on.
  std::uint32_t undated = 0;
};

/// Counts matching articles one by one, from the columns alone. For one thread.
class Counter {
 public:
  /// Counts the facets whose flag is set, and days if `days`. The references must outlive it.
  Counter(const Columns& columns, const ColumnFilter& filter,
          const std::array<bool, schema::facets.size()>& wanted, bool days);

  /// That no more than so many articles match, before the first is counted; else they may be any
  /// number.
  void expect(std::size_t most) { most_matches_ = most; }

  /// Takes in an article that the query matches.
  void count(Xapian::docid id) {
    columns_.prefetch(id);
    matching_[matching_count_++] = id;
    if (matching_count_ == matching_.size()) sift();
  }
  /// From now on those that pass the filter are kept for take_passing().
  void keep_passing() { keeps_passing_ = true; }
  /// In the order in which they were taken in.
  std::vector<Xapian::docid> take_passing() {
    sift();
    return std::exchange(passing_, {});
  }

  /// Adds what another has counted, of the same columns and of other articles. It is not to be used
  /// any more.
  void add(Counter& other);
  /// The hands share that.
  void add(Counter& other, const Hands& hands);
  /// Of all articles taken in. It is not to be used any more.
  Counts take_counts();

 private:
  using Ids = std::span<const Xapian::docid>;

  static constexpr std::size_t most_waiting = 256;
  static constexpr std::size_t story_bits = 64;
  static constexpr std::size_t parts = schema::facets.size() + 1;  // what is added apart

  void sift();
  void settle();
  void count_waiting();
  void count_later(std::size_t facet, Xapian::docid id);
  void count_facet(std::size_t facet, Ids ids);
  void count_values(std::size_t facet, Ids ids);
  void count_sets(std::size_t facet, Ids ids);
  void take_apart(std::size_t facet);
  void add_part(Counter& other, std::size_t part);
  void add_facet(Counter& other, std::size_t facet);
  void add_all_else(const Counter& other);
  void count_stories(Ids ids);
  void count_days(Ids ids);

  const Columns& columns_;
  const ColumnFilter& filter_;
  std::array<bool, schema::facets.size()> wanted_;
  bool days_;
  std::size_t most_matches_ = std::numeric_limits<std::size_t>::max();
  // Some hundred articles are counted together, column by column: what one column takes stays in
  // the processor meanwhile, and nothing is decided for each article but what it has.
  std::array<Xapian::docid, most_waiting> matching_;  // not filtered yet: on their way
  std::size_t matching_count_ = 0;
  bool keeps_passing_ = false;
  std::vector<Xapian::docid> passing_;
  std::array<Xapian::docid, most_waiting> waiting_;  // that pass
  std::size_t waiting_count_ = 0;
  std::array<std::vector<Xapian::docid>, schema::facets.size()> lacking_;  // for one facet alone
  std::array<std::vector<std::uint32_t>, schema::facets.size()> by_set_;   // empty until used
  std::vector<std::uint64_t> counted_stories_;                             // a bit for each
  Counts counts_;
};

}  // namespace news

#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "searchd/column_filter.h"
#include "searchd/columns.h"

namespace news {

/// Exact counts over the articles that match.
struct Counts {
  std::uint32_t total = 0;
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

  /// Takes in an article that the query matches; true if it passes the filter as well.
  bool count(Xapian::docid id) {
    const int verdict = filter_.verdict(id);
    if (verdict == ColumnFilter::passes_all) {
      count_everywhere(id);
      return true;
    }
    if (verdict >= 0) count_facet(static_cast<std::size_t>(verdict), id);
    return false;
  }

  const Counts& counts() const { return counts_; }

 private:
  void count_everywhere(Xapian::docid id);
  void count_facet(std::size_t facet, Xapian::docid id);
  void count_story(Xapian::docid id);

  const Columns& columns_;
  const ColumnFilter& filter_;
  std::array<bool, schema::facets.size()> wanted_;
  bool days_;
  std::vector<bool> counted_stories_;
  Counts counts_;
};

/// The counts over every article that passes `filter`.
Counts count_all(const Columns& columns, const ColumnFilter& filter,
                 const std::array<bool, schema::facets.size()>& wanted, bool days);

}  // namespace news

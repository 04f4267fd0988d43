#pragma once

#include <xapian.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "searchd/columns.h"
#include "searchd/search_request.h"

namespace news {

/// Moments from `from` to `to`, both included. Undated articles are in none but the one without
/// bounds.
struct DateRange {
  Instant from = std::numeric_limits<Instant>::min();
  Instant to = std::numeric_limits<Instant>::max();

  bool bounded() const { return *this != DateRange{}; }
  bool operator==(const DateRange&) const = default;
};

/// What a request filters by, tested on the columns.
/// Refers to the columns it was made for; for one thread.
class ColumnFilter {
 public:
  ColumnFilter(const Columns& columns, const SearchRequest& request, const DateRange& dates);

  static constexpr int passes_all = -1;
  static constexpr int rejected = -2;
  /// passes_all; or the index of the one facet whose chosen values the article lacks while it
  /// passes all else, so that it counts in that facet alone; or rejected.
  int verdict(Xapian::docid id) const {
    if (!columns_->visible(id) || (bounded_ && !in_range(id))) return rejected;
    return facets_.empty() ? passes_all : facet_verdict(id);
  }
  bool passes(Xapian::docid id) const { return verdict(id) == passes_all; }

  /// The facet whose chosen values an article needs, where it needs nothing else: then all visible
  /// articles count in that facet.
  std::optional<std::size_t> only_facet() const;
  /// Whether every visible article passes.
  bool empty() const { return facets_.empty() && !bounded_; }

 private:
  enum class Test : std::uint8_t { Passes, Lacks, Excluded };
  struct Facet {
    std::size_t index;
    const FacetColumn* column;
    bool includes;  ///< Whether there are chosen values.
    bool missing;   ///< Whether having none is chosen.
    bool not_missing;
    std::vector<std::uint8_t> chosen;    ///< By ordinal; may be empty.
    std::vector<std::uint8_t> excluded;  ///< By ordinal; may be empty.
    std::vector<Test> sets;              ///< What comes of each set of values.
  };

  /// Days, from the first to the last.
  struct Days {
    std::int32_t first, last;

    bool has(std::int32_t day) const { return first <= day && day <= last; }
  };

  /// Mostly told by the day, which stands in the row that is counted.
  bool in_range(Xapian::docid id) const {
    const std::int32_t day = columns_->day(id);
    if (inner_.has(day)) return true;
    if (!outer_.has(day)) return false;
    const Instant published = columns_->published(id);
    return dates_.from <= published && published <= dates_.to;
  }
  void set_days();
  static Test test(const Facet& facet, std::uint32_t cell);
  int facet_verdict(Xapian::docid id) const;

  const Columns* columns_;
  DateRange dates_;
  bool bounded_;
  Days inner_{};               // that lie in the range in any time zone
  Days outer_{};               // the others do so in none
  std::vector<Facet> facets_;  // those that filter
};

}  // namespace news

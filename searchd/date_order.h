#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/columns.h"
#include "searchd/search_request.h"

namespace news {

/// Where an article stands in the order of dates: by moment, then by document number, which keeps
/// pages stable. Undated articles come last either way.
struct DateKey {
  bool dated = false;
  Instant published = 0;
  Xapian::docid id = 0;
  bool operator==(const DateKey&) const = default;
};

DateKey date_key(const Columns& columns, Xapian::docid id);

/// Keeps the first `limit` of the articles it is shown in the order of `sort` (newest or oldest),
/// leaving out those up to and with `after`. Memory is bounded by `limit`. For one thread.
class DateOrder {
 public:
  DateOrder(Sort sort, std::size_t limit, std::optional<DateKey> after);

  const std::optional<DateKey>& after() const { return after_; }
  void add(const DateKey& key);
  /// Whether it is not among those that are left out.
  bool is_after(const DateKey& key) const { return !after_ || before(sort_, *after_, key); }
  /// The articles kept, in order. Empties it.
  std::vector<DateKey> take();

  /// Whether `a` is shown before `b`.
  static bool before(Sort sort, const DateKey& a, const DateKey& b);

 private:
  struct ShownBefore {
    Sort sort;
    bool operator()(const DateKey& a, const DateKey& b) const { return before(sort, a, b); }
  };

  Sort sort_;
  std::size_t limit_;
  std::optional<DateKey> after_;
  std::priority_queue<DateKey, std::vector<DateKey>, ShownBefore> kept_;  // the last one on top
};

}  // namespace news

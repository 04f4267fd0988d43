#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "searchd/date_order.h"

namespace news {

/// One article of each story in the order of dates: the one that comes first, among those it is
/// shown. Memory is bounded by the number of stories that have several articles. For one thread.
class DatedStories {
 public:
  /// With `collapse` false, every article. `columns` must outlive it.
  DatedStories(const Columns& columns, bool collapse, Sort sort, std::size_t limit,
               std::optional<DateKey> after);
  /// One that keeps the same, and was shown nothing.
  DatedStories another() const;

  void add(Xapian::docid id);
  /// What another was shown, which keeps the same. Empties that.
  void add(DatedStories& other);
  /// Whether nothing that is to come changes what is kept, if all comes in the order of dates.
  bool is_full() const { return found_ >= limit_; }
  /// The first `limit` in order. Empties it.
  std::vector<DateKey> take();

 private:
  void add(const DateKey& key);
  void add(std::uint32_t story, const DateKey& key);

  const Columns& columns_;
  bool collapse_;
  Sort sort_;
  std::size_t limit_;
  DateOrder order_;
  std::size_t found_ = 0;                              // that are not left out, each story once
  std::unordered_map<std::uint32_t, DateKey> firsts_;  // by story; which one only the end tells
};

}  // namespace news

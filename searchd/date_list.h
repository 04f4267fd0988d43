#pragma once

#include <xapian.h>

#include <utility>
#include <vector>

#include "common/date.h"

namespace news {

/// The articles of one part of an index in the order of dates.
struct DateList {
  std::vector<Xapian::docid> dated;    ///< By moment of publication, then by number.
  std::vector<Xapian::docid> undated;  ///< By number.
};

/// In order, of articles with their moments in any order; none is undated yet.
DateList date_list(std::vector<std::pair<Instant, Xapian::docid>> dated);

/// Calls `take` with what is in two lists, each in the order of `before`, in that order, until it
/// gives false; then gives false.
template <typename Iterator, typename Before, typename Take>
bool each_of_both(Iterator a, Iterator a_end, Iterator b, Iterator b_end, const Before& before,
                  const Take& take) {
  while (a != a_end || b != b_end) {
    const bool from_a = b == b_end || (a != a_end && before(*a, *b));
    if (!take(from_a ? *a++ : *b++)) return false;
  }
  return true;
}

}  // namespace news

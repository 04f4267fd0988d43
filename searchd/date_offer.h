#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/analysis/analyzer.h"
#include "searchd/date_span.h"
#include "searchd/query.h"

namespace news {

/// A date in the words of a query, offered as a filter instead: `floods May 2024` searches for
/// these words, and offers `floods` among the articles of May 2024.
struct DateOffer {
  DateSpan span;
  std::string q;            ///< The query without those words; may be empty.
  std::uint32_t total = 0;  ///< What it would find.

  bool operator==(const DateOffer&) const = default;
};

/// The longest run of plain words of `query` that is a date to read_date_span, the first of
/// several; a stop word right before it goes with it. Its total is left to the caller.
std::optional<DateOffer> find_date_offer(const QueryNode& query, std::string_view language,
                                         const TimeZone& zone, Instant now);

}  // namespace news

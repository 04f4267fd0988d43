#pragma once

#include <optional>
#include <string>

#include "searchd/date_order.h"
#include "searchd/search_request.h"

namespace news {

/// Where the next page begins, as it goes over the wire: after an article in the order of dates
/// (which holds while articles come and go), or at an offset in the order of relevance.
struct Cursor {
  std::size_t offset = 0;
  std::optional<DateKey> after;
  bool operator==(const Cursor&) const = default;
};

std::string print_cursor(const Cursor& cursor);

/// Throws BadRequest for what print_cursor did not give for that order.
Cursor parse_cursor(const std::string& text, Sort sort);

}  // namespace news

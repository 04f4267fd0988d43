#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/clock_time.h"
#include "common/date.h"

namespace news {

/// The numbers and names that a written date consists of, in their order.
struct DateParts {
  enum class Role : std::uint8_t { Unknown, Year, Month, Day };

  struct Number {
    unsigned value = 0;
    std::size_t digits = 0;
    Role role = Role::Unknown;  ///< As a unit or an ordinal says: 年, `15th`.
    bool has_dot = false;       ///< A dot stands before it.
  };

  std::vector<Number> numbers;
  std::optional<unsigned> month;  ///< By its name.
  std::optional<ClockTime> time;

  /// Whether there are a year, a month and a day.
  bool is_whole_date() const { return numbers.size() + (month ? 1 : 0) >= 3; }
};

/// The date of those parts, which may not exist (30 February) or be in an impossible year. Numbers
/// alone are day first where dots part them, else in the order of `language`, unless only the other
/// order is possible. Without a year, the latest such day at most a week after `near`; nothing
/// without `near`, and for what is no date.
std::optional<Date> assemble_date(const DateParts& parts, std::string_view language,
                                  std::optional<CalendarDay> near);

}  // namespace news

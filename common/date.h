#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// Seconds since 1970-01-01T00:00:00Z, negative before.
using Instant = std::int64_t;

/// The moment it is, by the clock of this machine.
Instant system_now();

/// A calendar day as days since 1970-01-01, in whatever zone the context names.
using CalendarDay = std::chrono::sys_days;

/// A date as its source gave it: a year, a month, a day, or a moment to the second.
/// Prints as it was read, so an offset survives storing and exporting.
struct Date {
  enum class Precision : std::uint8_t { Year, Month, Day, Second };

  static constexpr int min_year = 1400;  ///< Before the first printed news; earlier is a slip.

  int year = 1970;
  unsigned month = 1;          ///< 1 to 12; 1 where the precision is a year.
  unsigned day = 1;            ///< 1 to 31; 1 where the precision is a month or less.
  unsigned second_of_day = 0;  ///< 0 to 86399.
  std::optional<int> offset;   ///< Minutes east of UTC; none means the index's time zone.
  Precision precision = Precision::Day;

  bool operator==(const Date&) const = default;
};

/// A named time zone of the IANA database. Cheap to copy; may be used by several threads.
class TimeZone {
 public:
  TimeZone();  ///< UTC.
  /// Throws Error for a name the system's database does not have.
  explicit TimeZone(const std::string& name);

  const std::string& name() const { return name_; }
  /// The moment a clock in this zone first shows that second of that day; in a gap, its end.
  Instant instant(CalendarDay day, unsigned second_of_day) const;
  /// The day that a clock in this zone shows at that moment.
  CalendarDay day(Instant instant) const;
  /// Minutes east of UTC at that moment.
  int offset(Instant instant) const;

 private:
  std::string name_;
  const void* zone_;  // date::time_zone, which the database keeps for the life of the process
};

/// `2024`, `2024-05`, `2024-05-15` or RFC 3339 (`T` or a space, `Z` or an offset; fractions are
/// dropped; without an offset the index's zone is meant). Nothing for anything else, for a day
/// that does not exist, and for a year outside min_year to next year.
std::optional<Date> parse_date(std::string_view text);

/// Why parse_date gave nothing for `text`: what is wrong and what was expected.
std::string explain_bad_date(std::string_view text);

/// Whether there is such a day, in a year from min_year to next year.
bool exists(const Date& date);
/// What is wrong with a date that does not exist.
std::string explain_missing(const Date& date);

/// As parse_date reads it.
std::string to_string(const Date& date);

/// The first moment that `date` covers.
Instant first_instant(const Date& date, const TimeZone& zone);
/// The last second that `date` covers: the end of its year, month or day, or the moment itself.
Instant last_instant(const Date& date, const TimeZone& zone);
/// A moment with the offset that `zone` has at it, if it has none of its own; any other date as it
/// is.
Date with_offset(Date date, const TimeZone& zone);
/// The calendar day in `zone` on which `date` begins.
CalendarDay day_of(const Date& date, const TimeZone& zone);

/// RFC 3339 with the zone's offset, such as `2024-05-15T14:02:00+03:00`.
std::string to_rfc3339(Instant instant, const TimeZone& zone);
/// `2024-05-15`.
std::string to_string(CalendarDay day);

}  // namespace news

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

namespace news {

/// A stretch of time as a reader names it: from the beginning of one date to the end of another.
/// One of the two may be open.
struct DateSpan {
  std::optional<Date> from, to;
  bool relative = false;  ///< Said by its distance from now, as in `last-week`.

  bool operator==(const DateSpan&) const = default;
};

/// What `date:`, `before:` and `after:` take:
///
///   2024-05-15                      and all else that parse_date knows
///   2022..2024  2022..  ..2024      both ends included
///   today  yesterday                the day in `zone` at `now`
///   this-week  last-week            from Monday to Sunday (ISO 8601); also month and year
///   last-7-days                     today and the six days before; also hours, weeks, months and
///                                   years, 1 to 365 of them, up to now
///   15 May 2024                     a date in words, as read_date knows them, in `language`
///
/// Case does not matter; spaces and underscores may stand for the dashes. Nothing for anything
/// else, and for a range whose end comes first.
std::optional<DateSpan> read_date_span(std::string_view text, std::string_view language,
                                       const TimeZone& zone, Instant now);

/// Whether read_date_span reads `text`, whatever the moment and the zone.
bool is_date_span(std::string_view text);

/// Why it does not: what is wrong and what was expected.
std::string explain_bad_date_span(std::string_view text);

/// Whether `text`, a span or a query with spans in it, may say another time later the same day: as
/// `last-24-hours` does.
bool says_hours(std::string_view text);

/// As it would be typed after `date:`, without words relative to now: `2024-05`, `2022..2024`.
std::string to_string(const DateSpan& span);

}  // namespace news

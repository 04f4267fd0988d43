#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "common/date_tokens.h"

namespace news {

/// The zone named behind a time: an offset, or one that changes with the season ("ET").
struct ClockZone {
  std::optional<int> offset;  ///< Minutes east of UTC.
  std::string_view iana;      ///< Where there is no offset: the IANA name.
};

/// A time of day as it is written, with the tokens it takes up.
struct ClockTime {
  unsigned second_of_day = 0;
  std::optional<ClockZone> zone;
  std::size_t used = 0;
};

/// What has come before a time, which tells it from a day and a month.
struct BeforeTime {
  bool is_announced = false;      ///< A word such as `kl.`.
  bool is_after_date = false;     ///< Year, month and day.
  std::optional<bool> half = {};  ///< 午後 before the hour.
};

/// The time of day that `tokens` begin with (`16:12`, `4:12:30 p.m. EST`, `16h12`, `16.12 Uhr`,
/// `1612 GMT`, `午後4時12分`), with its zone. Nothing if they begin with none.
std::optional<ClockTime> read_clock_time(std::span<const DateToken> tokens,
                                         const BeforeTime& before);

}  // namespace news

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/date.h"
#include "searchd/date_span.h"

/// Numbers and dates as an English newspaper prints them.
namespace news::readable {

/// `15 May 2024, 14:02`, `15 May 2024`, `May 2024` or `2024`, by the precision of the date and by
/// its own clock.
std::string moment(const Date& date);
/// The same without the time of day.
std::string day(const Date& date);
/// A day as `2024-05-15`; what is no day comes back as it is.
std::string day(std::string_view iso);
/// `May 2024`, `13 May 2024 to 19 May 2024`, `since 2022` or `until May 2024`.
std::string span(const DateSpan& span);
/// A bucket that begins on `iso`, by its interval: `2024`, `May 2024`, `week of 13 May 2024`.
std::string bucket(std::string_view iso, std::string_view interval);

/// `12,345`.
std::string number(std::uint64_t number);
/// `no articles`, `1 article`, `12,345 articles`.
std::string articles(std::uint64_t count);
/// `no stories`, `1 story`, `12,345 stories`.
std::string stories(std::uint64_t count);
/// `no copies`, `1 copy`, `12,345 copies`.
std::string copies(std::uint64_t count);

}  // namespace news::readable

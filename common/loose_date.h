#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

namespace news {

/// A date in whatever form a source has it: what parse_date knows, ISO 8601 without signs, RFC 822,
/// asctime, numbers parted by `/`, `.` or `-`, words in every language that has a stemmer, seconds
/// or milliseconds since 1970; with labels before it ("Published:", "Aktualisiert am").
/// `language` (BCP 47, perhaps empty) says whose words and whose order of day and month: English
/// other than of other regions has the month first, all else the day, unless that is impossible;
/// with dots it is the day always. Without an offset the index's zone is meant.
/// A date without a year ("May 15") is the latest such day at most a week after `near`.
///
/// Nothing for what is no date, does not exist or has an implausible year, for a day without a
/// year where there is no `near`, and for text of more than 200 bytes. For several threads.
std::optional<Date> read_date(std::string_view text, std::string_view language,
                              std::optional<CalendarDay> near = {});

/// Why read_date gave nothing: what is wrong and what was expected.
std::string explain_unread_date(std::string_view text, std::string_view language);

}  // namespace news

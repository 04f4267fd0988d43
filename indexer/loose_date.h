#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"

namespace news {

/// A date in whatever form a source has it. `language` (BCP 47, perhaps empty) says whose words
/// and whose order of day and month. Nothing for what is no date, does not exist or has an
/// implausible year.
std::optional<Date> read_date(std::string_view text, std::string_view language);

}  // namespace news

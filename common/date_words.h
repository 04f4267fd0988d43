#pragma once

#include <optional>
#include <string_view>

namespace news {

/// What words mean in dates. Words are folded; names of several words are joined with spaces.
/// Names of months and days come from ICU, for every language that has a stemmer and some more.
/// All may be called from several threads.

/// The month of that name or abbreviation (1 to 12): in `language` (BCP 47, perhaps empty), else in
/// English, else in any other where all agree.
std::optional<unsigned> month_named(std::string_view word, std::string_view language);

bool is_weekday_name(std::string_view word);

/// Stands in dates without a meaning of its own: `de`, `th`, `at`, `року`.
bool is_date_filler(std::string_view word);

/// Says what the date is of: `published`, `aktualisiert`, `оновлено`.
bool is_date_label(std::string_view word);

/// Says that a time follows, so that its parts may be parted by a dot: `kl`, `um`, `ore`.
bool announces_time(std::string_view word);

/// Stands after the hour: `uhr`, `h`, `时`.
bool is_hour_unit(std::string_view word);

/// Whether the second half of the day is meant: true for `pm` and 午後, false for `am` and 上午.
std::optional<bool> half_of_day(std::string_view word);

/// Whether a date of that language written in numbers has the month first (`05/15/2024`).
bool has_month_first(std::string_view language);

}  // namespace news

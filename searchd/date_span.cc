#include "searchd/date_span.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "common/loose_date.h"
#include "common/text.h"

namespace news {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr unsigned most_units = 365;

Date date_of(CalendarDay day, Date::Precision precision = Date::Precision::Day) {
  const year_month_day calendar(day);
  Date date{.year = static_cast<int>(calendar.year()), .precision = precision};
  if (precision == Date::Precision::Year) return date;
  date.month = static_cast<unsigned>(calendar.month());
  if (precision == Date::Precision::Day) date.day = static_cast<unsigned>(calendar.day());
  return date;
}

DateSpan span(const Date& from, const Date& to) {
  return {.from = from, .to = to, .relative = true};
}

DateSpan one_day(CalendarDay day) { return span(date_of(day), date_of(day)); }

DateSpan week_of(CalendarDay day) {
  const days since_monday = std::chrono::weekday(day) - std::chrono::Monday;
  const CalendarDay monday = day - since_monday;
  return span(date_of(monday), date_of(monday + days(6)));
}

/// The day so many months before, or the last one of a month that has none of that number.
CalendarDay months_before(CalendarDay day, unsigned count) {
  const year_month_day moved = year_month_day(day) - months(count);
  if (moved.ok()) return moved;
  return moved.year() / moved.month() / std::chrono::last;
}

DateSpan month_of(CalendarDay day) {
  const Date month = date_of(day, Date::Precision::Month);
  return span(month, month);
}

DateSpan year_of(CalendarDay day) {
  const Date year = date_of(day, Date::Precision::Year);
  return span(year, year);
}

/// What is said by one word, from the day of today.
struct Named {
  std::string_view name;
  DateSpan (*make)(CalendarDay today);
};
constexpr std::array named{
    Named{"today", [](CalendarDay today) { return one_day(today); }},
    Named{"yesterday", [](CalendarDay today) { return one_day(today - days(1)); }},
    Named{"this-week", [](CalendarDay today) { return week_of(today); }},
    Named{"last-week", [](CalendarDay today) { return week_of(today - days(7)); }},
    Named{"this-month", [](CalendarDay today) { return month_of(today); }},
    Named{"last-month", [](CalendarDay today) { return month_of(months_before(today, 1)); }},
    Named{"this-year", [](CalendarDay today) { return year_of(today); }},
    Named{"last-year", [](CalendarDay today) { return year_of(months_before(today, 12)); }},
};

/// `last-7-days`: the unit, and the first day of so many up to today.
struct Unit {
  std::string_view name;
  CalendarDay (*begin)(CalendarDay today, unsigned count);
};
constexpr std::array units{
    Unit{"day", [](CalendarDay today, unsigned count) { return today - days(count - 1); }},
    Unit{"week",
         [](CalendarDay today, unsigned count) { return today - days(count * 7) + days(1); }},
    Unit{"month",
         [](CalendarDay today, unsigned count) { return months_before(today, count) + days(1); }},
    Unit{"year", [](CalendarDay today,
                    unsigned count) { return months_before(today, count * 12) + days(1); }},
};

DateSpan hours_before(Instant now, unsigned count) {
  const auto moment = [](Instant instant) {
    const auto at = std::chrono::sys_seconds(std::chrono::seconds(instant));
    const CalendarDay day = std::chrono::floor<days>(at);
    Date date = date_of(day);
    date.second_of_day = static_cast<unsigned>((at - day).count());
    date.offset = 0;
    date.precision = Date::Precision::Second;
    return date;
  };
  return span(moment(now - Instant{count} * 3600), moment(now));
}

/// `last-7-days` in the form of `text`, which is normal.
std::optional<DateSpan> read_last(std::string_view text, CalendarDay today, Instant now) {
  constexpr std::string_view last = "last-";
  if (!text.starts_with(last)) return std::nullopt;
  text.remove_prefix(last.size());
  unsigned count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || count < 1 || count > most_units) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (!text.starts_with('-')) return std::nullopt;
  text.remove_prefix(1);
  if (text.ends_with('s')) text.remove_suffix(1);
  if (text == "hour") return hours_before(now, count);
  for (const Unit& unit : units) {
    if (unit.name == text) return span(date_of(unit.begin(today, count)), date_of(today));
  }
  return std::nullopt;
}

std::string normal_form(std::string_view text) {
  std::string normal(text);
  for (char& c : normal) {
    if (c == ' ' || c == '_') c = '-';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return normal;
}

std::optional<DateSpan> read_relative(std::string_view text, const TimeZone& zone, Instant now) {
  const std::string normal = normal_form(text);
  const CalendarDay today = zone.day(now);
  for (const Named& one : named) {
    if (one.name == normal) return one.make(today);
  }
  return read_last(normal, today, now);
}

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Both sides of the dots; nothing where there are none.
std::optional<std::pair<std::string_view, std::string_view>> sides(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  return std::pair(trim(text.substr(0, dots)), trim(text.substr(dots + 2)));
}

bool is_digit_or_foreign(char c) {
  return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::optional<DateSpan> read_one(std::string_view text, std::string_view language,
                                 const TimeZone& zone, Instant now) {
  if (const auto date = parse_date(text)) return DateSpan{.from = date, .to = date};
  if (auto relative = read_relative(text, zone, now)) return relative;
  // Letters alone are none, and of what is written in digits alone, only a year is one to a reader.
  if (std::none_of(text.begin(), text.end(), is_digit_or_foreign)) return std::nullopt;
  if (text.find_first_not_of("0123456789") == std::string_view::npos) return std::nullopt;
  const auto date = read_date(text, language);
  if (!date) return std::nullopt;
  return DateSpan{.from = date, .to = date};
}

}  // namespace

std::optional<DateSpan> read_date_span(std::string_view text, std::string_view language,
                                       const TimeZone& zone, Instant now) {
  const auto ends = sides(text);
  if (!ends) return read_one(trim(text), language, zone, now);
  if (ends->first.empty() && ends->second.empty()) return std::nullopt;
  DateSpan whole;
  for (const bool first : {true, false}) {
    const std::string_view end = first ? ends->first : ends->second;
    if (end.empty()) continue;
    const auto one = read_one(end, language, zone, now);
    if (!one) return std::nullopt;
    (first ? whole.from : whole.to) = first ? one->from : one->to;
    whole.relative = whole.relative || one->relative;
  }
  if (!whole.from || !whole.to) return whole;
  if (last_instant(*whole.to, zone) < first_instant(*whole.from, zone)) return std::nullopt;
  return whole;
}

bool is_date_span(std::string_view text) {
  // A century from both ends of what a Date can be, so that no count of years is too many.
  constexpr Instant some_moment = 1'700'000'000;
  return read_date_span(text, {}, TimeZone(), some_moment).has_value();
}

bool says_hours(std::string_view text) {
  return normal_form(text).find("hour") != std::string::npos;
}

std::string explain_bad_date_span(std::string_view text) {
  const auto ends = sides(text);
  if (ends && is_date_span(ends->first) && is_date_span(ends->second)) {
    return fmt::format("\"{}\" ends before it begins", truncate_utf8(text, 100));
  }
  const bool of_digits = !text.empty() && text[0] >= '0' && text[0] <= '9';
  if (!ends && of_digits) return explain_bad_date(text);
  return fmt::format(
      "\"{}\" is not a date; expected 2024, 2024-05, 2024-05-15, 2022..2024, today, yesterday, "
      "last-week, this-month, last-7-days or the like",
      truncate_utf8(text, 100));
}

std::string to_string(const DateSpan& span) {
  const std::string from = span.from ? to_string(*span.from) : "";
  const std::string to = span.to ? to_string(*span.to) : "";
  return from == to ? from : from + ".." + to;
}

}  // namespace news

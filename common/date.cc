#include "common/date.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "common/error.h"

namespace news {

namespace {

using std::chrono::days;
using std::chrono::seconds;

const date::time_zone& as_zone(const void* zone) {
  return *static_cast<const date::time_zone*>(zone);
}

int max_year() {
  const auto today = std::chrono::floor<days>(std::chrono::system_clock::now());
  return static_cast<int>(std::chrono::year_month_day(today).year()) + 1;
}

/// Reads a date from its beginning to its end.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool done() const { return text_.empty(); }

  bool take(std::string_view any_of) {
    if (text_.empty() || any_of.find(text_.front()) == std::string_view::npos) return false;
    text_.remove_prefix(1);
    return true;
  }

  std::optional<unsigned> digits(std::size_t count) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text_.size() < count || !std::all_of(text_.begin(), text_.begin() + count, is_digit)) {
      return std::nullopt;
    }
    unsigned number = 0;
    std::from_chars(text_.data(), text_.data() + count, number);
    text_.remove_prefix(count);
    return number;
  }

  char front() const { return text_.empty() ? '\0' : text_.front(); }

 private:
  std::string_view text_;
};

bool read_offset(Scanner& scan, Date& date) {
  if (scan.take("Zz")) {
    date.offset = 0;
    return true;
  }
  const bool west = scan.front() == '-';
  if (!scan.take("+-")) return false;
  const auto hours = scan.digits(2);
  scan.take(":");
  const auto minutes = scan.digits(2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return false;
  const int east = static_cast<int>(*hours * 60 + *minutes);
  date.offset = west ? -east : east;
  return true;
}

bool read_time(Scanner& scan, Date& date) {
  const auto hour = scan.digits(2);
  if (!hour || !scan.take(":")) return false;
  const auto minute = scan.digits(2);
  if (!minute || *hour > 23 || *minute > 59) return false;
  unsigned second = 0;
  if (scan.take(":")) {
    const auto read = scan.digits(2);
    if (!read || *read > 60) return false;
    second = std::min(*read, 59u);  // a leap second has no number of its own
    if (scan.take(".,")) {
      if (!scan.digits(1)) return false;
      while (scan.digits(1)) {
      }
    }
  }
  date.second_of_day = *hour * 3600 + *minute * 60 + second;
  date.precision = Date::Precision::Second;
  return scan.done() || (read_offset(scan, date) && scan.done());
}

/// The form of a date alone; whether it exists is looked at later.
std::optional<Date> read_date(std::string_view text) {
  Scanner scan(text);
  Date date;
  const auto year = scan.digits(4);
  if (!year) return std::nullopt;
  date.year = static_cast<int>(*year);
  date.precision = Date::Precision::Year;
  if (scan.done()) return date;
  const auto month = scan.take("-") ? scan.digits(2) : std::nullopt;
  if (!month) return std::nullopt;
  date.month = *month;
  date.precision = Date::Precision::Month;
  if (scan.done()) return date;
  const auto day = scan.take("-") ? scan.digits(2) : std::nullopt;
  if (!day) return std::nullopt;
  date.day = *day;
  date.precision = Date::Precision::Day;
  if (scan.done()) return date;
  if (!scan.take("Tt ") || !read_time(scan, date)) return std::nullopt;
  return date;
}

std::chrono::year_month_day calendar(const Date& date) {
  return std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
}

constexpr std::array month_names{"January",   "February", "March",    "April",
                                 "May",       "June",     "July",     "August",
                                 "September", "October",  "November", "December"};

Instant seconds_of(CalendarDay day) {
  return std::chrono::duration_cast<seconds>(day.time_since_epoch()).count();
}

/// The moment a date's clock shows that second of that day.
Instant instant_of(const Date& date, CalendarDay day, unsigned second, const TimeZone& zone) {
  if (!date.offset) return zone.instant(day, second);
  return seconds_of(day) + second - Instant{*date.offset} * 60;
}

std::string print_offset(int minutes) {
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                     std::abs(minutes) % 60);
}

/// The last so many digits, with zeros in front: dates are written for every hit and every bar of a
/// timeline, and so they take a tenth of what a format takes.
void add_digits(std::string& text, unsigned number, std::size_t digits) {
  text.append(digits, '0');
  for (std::size_t i = 1; i <= digits; ++i, number /= 10) {
    text[text.size() - i] = static_cast<char>('0' + number % 10);
  }
}

void add_day(std::string& text, const std::chrono::year_month_day& date) {
  add_digits(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
  text += '-';
  add_digits(text, static_cast<unsigned>(date.month()), 2);
  text += '-';
  add_digits(text, static_cast<unsigned>(date.day()), 2);
}

std::string print_time(unsigned second) {
  std::string text;
  add_digits(text, second / 3600, 2);
  text += ':';
  add_digits(text, second / 60 % 60, 2);
  text += ':';
  add_digits(text, second % 60, 2);
  return text;
}

}  // namespace

Instant system_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<seconds>(now).count();
}

TimeZone::TimeZone() : TimeZone("UTC") {}

TimeZone::TimeZone(const std::string& name) : name_(name) {
  try {
    zone_ = date::locate_zone(name);
  } catch (const std::runtime_error&) {
    throw Error(fmt::format("there is no time zone called \"{}\"", name),
                "give a name of the IANA database, such as UTC or Europe/Kyiv");
  }
}

Instant TimeZone::instant(CalendarDay day, unsigned second_of_day) const {
  const date::local_seconds local{day.time_since_epoch() + seconds(second_of_day)};
  return as_zone(zone_).to_sys(local, date::choose::earliest).time_since_epoch().count();
}

CalendarDay TimeZone::day(Instant instant) const {
  const Instant local = instant + Instant{offset(instant)} * 60;
  return std::chrono::floor<days>(std::chrono::sys_seconds(seconds(local)));
}

int TimeZone::offset(Instant instant) const {
  const auto info = as_zone(zone_).get_info(date::sys_seconds(seconds(instant)));
  return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(info.offset).count());
}

bool exists(const Date& date) {
  return date.year >= Date::min_year && date.year <= max_year() && calendar(date).ok();
}

std::string explain_missing(const Date& date) {
  if (date.year < Date::min_year || date.year > max_year()) {
    return fmt::format("the year {} is not between {} and {}", date.year, Date::min_year,
                       max_year());
  }
  if (date.month < 1 || date.month > month_names.size()) {
    return fmt::format("there is no month {:02}; expected 01 to 12", date.month);
  }
  return fmt::format("{} {} has no day {}", month_names[date.month - 1], date.year, date.day);
}

std::optional<Date> parse_date(std::string_view text) {
  const std::optional<Date> date = read_date(text);
  return date && exists(*date) ? date : std::nullopt;
}

std::string explain_bad_date(std::string_view text) {
  const std::optional<Date> date = read_date(text);
  if (date) return explain_missing(*date);
  return fmt::format(
      "\"{}\" is not a date; expected 2024, 2024-05, 2024-05-15 or RFC 3339 such as "
      "2024-05-15T14:02:00+03:00",
      text.substr(0, 100));
}

std::string to_string(const Date& date) {
  std::string text;
  add_day(text, calendar(date));
  if (date.precision == Date::Precision::Year) return text.substr(0, 4);
  if (date.precision == Date::Precision::Month) return text.substr(0, 7);
  if (date.precision == Date::Precision::Day) return text;
  text += 'T' + print_time(date.second_of_day);
  if (!date.offset) return text;
  return text + (*date.offset == 0 ? "Z" : print_offset(*date.offset));
}

Instant first_instant(const Date& date, const TimeZone& zone) {
  return instant_of(date, CalendarDay(calendar(date)), date.second_of_day, zone);
}

Instant last_instant(const Date& date, const TimeZone& zone) {
  const std::chrono::year_month_day first = calendar(date);
  CalendarDay next;
  switch (date.precision) {
    case Date::Precision::Year:
      next = CalendarDay(first + std::chrono::years(1));
      break;
    case Date::Precision::Month:
      next = CalendarDay(first + std::chrono::months(1));
      break;
    case Date::Precision::Day:
      next = CalendarDay(first) + days(1);
      break;
    case Date::Precision::Second:
      return first_instant(date, zone);
  }
  return instant_of(date, next, 0, zone) - 1;
}

Date with_offset(Date date, const TimeZone& zone) {
  const bool moment = date.precision == Date::Precision::Second;
  if (moment && !date.offset) date.offset = zone.offset(first_instant(date, zone));
  return date;
}

CalendarDay day_of(const Date& date, const TimeZone& zone) {
  const bool moment = date.precision == Date::Precision::Second && date.offset;
  return moment ? zone.day(first_instant(date, zone)) : CalendarDay(calendar(date));
}

std::string to_rfc3339(Instant instant, const TimeZone& zone) {
  const int offset = zone.offset(instant);
  const Instant local = instant + Instant{offset} * 60;
  const auto day = std::chrono::floor<days>(std::chrono::sys_seconds(seconds(local)));
  return fmt::format("{}T{}{}", to_string(day),
                     print_time(static_cast<unsigned>(local - seconds_of(day))),
                     print_offset(offset));
}

std::string to_string(CalendarDay day) {
  std::string text;
  add_day(text, std::chrono::year_month_day(day));
  return text;
}

}  // namespace news

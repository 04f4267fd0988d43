#include "common/date_parts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/date_words.h"

namespace news {
namespace {

using Number = DateParts::Number;
using Role = DateParts::Role;

constexpr unsigned months_in_year = 12;

/// A day, a month and a year, each perhaps not given.
struct Fields {
  std::optional<unsigned> year, month, day;
};

/// Two digits as RFC 2822 reads them. Nothing for three, which no year of news has.
std::optional<unsigned> year_of(const Number& number) {
  constexpr unsigned turn = 50;
  if (number.digits == 4) return number.value;
  if (number.digits != 2) return std::nullopt;
  return number.value + (number.value < turn ? 2000 : 1900);
}

bool is_year(const Number& number) {
  return number.role == Role::Year || (number.role == Role::Unknown && number.digits == 4);
}

bool is_short(const Number& number) { return number.digits <= 2; }

/// `15 May 2024`, `May 15, 24`, `2024 May 15`, `May 2024`, `15 May`.
std::optional<Fields> beside_month(const DateParts& parts) {
  const auto& numbers = parts.numbers;
  Fields fields{.month = parts.month};
  if (numbers.empty() || numbers.size() > 2) return std::nullopt;
  const Number& first = numbers.front();
  if (numbers.size() == 1) {
    if (is_year(first)) {
      fields.year = first.value;
    } else if (is_short(first)) {
      fields.day = first.value;
    }
    return fields.year || fields.day ? std::optional(fields) : std::nullopt;
  }
  const bool year_first = is_year(first) || numbers[1].role == Role::Day;
  const Number& year = year_first ? first : numbers[1];
  const Number& day = year_first ? numbers[1] : first;
  if (!is_short(day)) return std::nullopt;
  fields.year = year_of(year);
  fields.day = day.value;
  return fields.year ? std::optional(fields) : std::nullopt;
}

/// `15/05/2024`, `05/15/24`, `2024/05/15`.
std::optional<Fields> three_numbers(const std::vector<Number>& numbers, bool month_first) {
  if (is_year(numbers[0])) {
    if (!is_short(numbers[1]) || !is_short(numbers[2])) return std::nullopt;
    return Fields{numbers[0].value, numbers[1].value, numbers[2].value};
  }
  const auto year = year_of(numbers[2]);
  if (!year || !is_short(numbers[0]) || !is_short(numbers[1])) return std::nullopt;
  Fields fields{*year, numbers[1].value, numbers[0].value};
  const bool has_dots = numbers[1].has_dot && numbers[2].has_dot;
  if (month_first && !has_dots) std::swap(fields.month, fields.day);
  if (*fields.month > months_in_year && *fields.day <= months_in_year && !has_dots) {
    std::swap(fields.month, fields.day);
  }
  return fields;
}

/// `2024/05`, `05.2024`, 5月15日.
std::optional<Fields> two_numbers(const Number& first, const Number& second) {
  if (first.role == Role::Month && second.role == Role::Day) {
    return Fields{std::nullopt, first.value, second.value};
  }
  if (is_year(first) && is_short(second)) return Fields{first.value, second.value, std::nullopt};
  if (is_year(second) && is_short(first)) return Fields{second.value, first.value, std::nullopt};
  return std::nullopt;
}

std::optional<Fields> find_fields(const DateParts& parts, std::string_view language) {
  const auto& numbers = parts.numbers;
  if (parts.month) return beside_month(parts);
  if (numbers.size() == 3) return three_numbers(numbers, has_month_first(language));
  if (numbers.size() == 2) return two_numbers(numbers[0], numbers[1]);
  if (numbers.size() == 1 && is_year(numbers[0])) return Fields{.year = numbers[0].value};
  return std::nullopt;
}

/// The year in which that day is the latest at most a week after `near`.
std::optional<unsigned> year_near(unsigned month, unsigned day, CalendarDay near) {
  constexpr std::chrono::days most_ahead{7};
  constexpr int leap_years_apart = 8;  // 29 February, around 1900
  const int last = static_cast<int>(std::chrono::year_month_day(near + most_ahead).year());
  for (int year = last; year >= last - leap_years_apart; --year) {
    const auto date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    if (date.ok() && CalendarDay(date) <= near + most_ahead) return static_cast<unsigned>(year);
  }
  return std::nullopt;
}

void add_time(const ClockTime& time, Date& date) {
  date.precision = Date::Precision::Second;
  date.second_of_day = time.second_of_day;
  if (!time.zone) return;
  date.offset = time.zone->offset;
  const auto day =
      std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
  if (date.offset || !day.ok()) return;
  const TimeZone zone{std::string(time.zone->iana)};
  date.offset = zone.offset(zone.instant(CalendarDay(day), date.second_of_day));
}

}  // namespace

std::optional<Date> assemble_date(const DateParts& parts, std::string_view language,
                                  std::optional<CalendarDay> near) {
  auto fields = find_fields(parts, language);
  if (!fields) return std::nullopt;
  if (!fields->year && near && fields->month && fields->day) {
    fields->year = year_near(*fields->month, *fields->day, *near);
  }
  if (!fields->year) return std::nullopt;
  Date date{.year = static_cast<int>(*fields->year),
            .month = fields->month.value_or(1),
            .day = fields->day.value_or(1),
            .precision = Date::Precision::Day};
  if (!fields->day) date.precision = Date::Precision::Month;
  if (!fields->month) date.precision = Date::Precision::Year;
  if (!parts.time) return date;
  if (!fields->day) return std::nullopt;
  add_time(*parts.time, date);
  return date;
}

}  // namespace news

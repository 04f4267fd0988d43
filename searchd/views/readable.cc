#include "searchd/views/readable.h"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace news::readable {

namespace {

std::string counted(std::uint64_t count, const char* one, const char* many) {
  if (count == 0) return fmt::format("no {}", many);
  return fmt::format("{} {}", number(count), count == 1 ? one : many);
}

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string print(const Date& date, Date::Precision precision) {
  const std::string_view month = months[date.month - 1];
  switch (precision) {
    case Date::Precision::Year:
      return fmt::format("{}", date.year);
    case Date::Precision::Month:
      return fmt::format("{} {}", month, date.year);
    case Date::Precision::Day:
      return fmt::format("{} {} {}", date.day, month, date.year);
    case Date::Precision::Second:
      break;
  }
  return fmt::format("{} {} {}, {:02}:{:02}", date.day, month, date.year, date.second_of_day / 3600,
                     date.second_of_day / 60 % 60);
}

}  // namespace

std::string moment(const Date& date) { return print(date, date.precision); }

std::string day(const Date& date) {
  return print(date, std::min(date.precision, Date::Precision::Day));
}

std::string day(std::string_view iso) {
  const std::optional<Date> date = parse_date(iso);
  return date ? day(*date) : std::string(iso);
}

std::string span(const DateSpan& span) {
  if (!span.to) return "since " + moment(*span.from);
  if (!span.from) return "until " + moment(*span.to);
  if (span.from == span.to) return moment(*span.from);
  return moment(*span.from) + " to " + moment(*span.to);
}

std::string bucket(std::string_view iso, std::string_view interval) {
  if (interval == "year") return day(iso.substr(0, 4));
  if (interval == "month") return day(iso.substr(0, 7));
  return interval == "week" ? "week of " + day(iso) : day(iso);
}

std::string number(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t end = text.size(); end > 3; end -= 3) text.insert(end - 3, ",");
  return text;
}

std::string articles(std::uint64_t count) { return counted(count, "article", "articles"); }

std::string stories(std::uint64_t count) { return counted(count, "story", "stories"); }

std::string copies(std::uint64_t count) { return counted(count, "copy", "copies"); }

}  // namespace news::readable

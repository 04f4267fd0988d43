#include "common/date.h"

#include <gmock/gmock.h>

#include "common/error.h"

namespace news {
namespace {

using testing::HasSubstr;

TEST(Date, PrintsAsItWasRead) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"2024", "2024"},
      {"2024-05", "2024-05"},
      {"2024-05-15", "2024-05-15"},
      {"2024-05-15T14:02:00+03:00", "2024-05-15T14:02:00+03:00"},
      {"2024-05-15 14:02:00-0330", "2024-05-15T14:02:00-03:30"},
      {"2024-05-15t14:02:00.123z", "2024-05-15T14:02:00Z"},
      {"2024-05-15T14:02", "2024-05-15T14:02:00"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
      {"2024-02-29", "2024-02-29"},
  };
  for (const auto& [text, printed] : table) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_string(*date), printed);
    EXPECT_EQ(parse_date(printed), date);
  }
}

TEST(Date, RefusesWhatIsNoneAndSaysWhy) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"8320-01-01", "the year 8320 is not between 1400 and"},
      {"1066", "the year 1066"},
      {"2023-02-29", "February 2023 has no day 29"},
      {"2024-13", "there is no month 13"},
      {"2024-00-10", "there is no month 00"},
      {"yesterday", "is not a date; expected 2024"},
      {"2024-5-1", "is not a date"},
      {"2024-05-15T25:00:00Z", "is not a date"},
      {"2024-05-15T14:02:00+3", "is not a date"},
      {"", "is not a date"},
      {"2024-05-15x", "is not a date"},
  };
  for (const auto& [text, why] : table) {
    EXPECT_FALSE(parse_date(text)) << text;
    EXPECT_THAT(explain_bad_date(text), HasSubstr(why));
  }
}

TEST(Date, CoversItsWholePrecision) {
  const TimeZone utc;
  const auto span = [&](const std::string& text) {
    const Date date = *parse_date(text);
    return to_rfc3339(first_instant(date, utc), utc) + " " +
           to_rfc3339(last_instant(date, utc), utc);
  };
  EXPECT_EQ(span("2024"), "2024-01-01T00:00:00+00:00 2024-12-31T23:59:59+00:00");
  EXPECT_EQ(span("2024-02"), "2024-02-01T00:00:00+00:00 2024-02-29T23:59:59+00:00");
  EXPECT_EQ(span("2024-05-15"), "2024-05-15T00:00:00+00:00 2024-05-15T23:59:59+00:00");
  EXPECT_EQ(span("2024-05-15T14:00:00+02:00"),
            "2024-05-15T12:00:00+00:00 2024-05-15T12:00:00+00:00");
}

TEST(Date, DayIsThatOfTheIndexsZone) {
  const TimeZone kyiv("Europe/Kyiv");
  EXPECT_EQ(to_string(day_of(*parse_date("2024-05-14T23:30:00Z"), kyiv)), "2024-05-15");
  EXPECT_EQ(to_string(day_of(*parse_date("2024-05-15"), kyiv)), "2024-05-15");
  EXPECT_EQ(to_rfc3339(first_instant(*parse_date("2024-05-15"), kyiv), kyiv),
            "2024-05-15T00:00:00+03:00");
}

TEST(Date, FollowsTheClockWhenItChanges) {
  const TimeZone kyiv("Europe/Kyiv");
  const auto day = [&](const std::string& text) { return day_of(*parse_date(text), kyiv); };
  const Instant day_of_23_hours =
      kyiv.instant(day("2024-04-01"), 0) - kyiv.instant(day("2024-03-31"), 0);
  const Instant day_of_25_hours =
      kyiv.instant(day("2024-10-28"), 0) - kyiv.instant(day("2024-10-27"), 0);
  EXPECT_EQ(day_of_23_hours, 23 * 3600);
  EXPECT_EQ(day_of_25_hours, 25 * 3600);
  // 03:30 does not exist on the day the clock goes forward: the end of the gap is meant.
  EXPECT_EQ(to_rfc3339(kyiv.instant(day("2024-03-31"), 3 * 3600 + 1800), kyiv),
            "2024-03-31T04:00:00+03:00");
}

TEST(TimeZone, UnknownNameIsRefused) { EXPECT_THROW(TimeZone("Mars/Olympus"), Error); }

}  // namespace
}  // namespace news

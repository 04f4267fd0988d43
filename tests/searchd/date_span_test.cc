#include "searchd/date_span.h"

#include <gmock/gmock.h>

#include "searchd/date_offer.h"
#include "searchd/query_parser.h"

namespace news {
namespace {

using testing::HasSubstr;

// Half an hour into Thursday, 29 February 2024 in Kyiv; still Wednesday in UTC.
constexpr Instant leap_night = 1'709'159'400;  // 2024-02-28T22:30:00Z

std::string read(const std::string& text, const TimeZone& zone = TimeZone("Europe/Kyiv")) {
  const auto span = read_date_span(text, "en", zone, leap_night);
  return span ? to_string(*span) : "no date";
}

TEST(DateSpan, ReadsDatesRangesAndWordsRelativeToNow) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"2024", "2024"},
      {"2024-05", "2024-05"},
      {"2024-05-15T10:00:00Z", "2024-05-15T10:00:00Z"},
      {"2022..2024", "2022..2024"},
      {"2022 .. 2024-05", "2022..2024-05"},
      {"2022..", "2022.."},
      {"..2024", "..2024"},
      {"2024..2022", "no date"},
      {"2024-05..2024", "2024-05..2024"},
      {"..", "no date"},
      {"...", "no date"},
      {"today", "2024-02-29"},
      {"Yesterday", "2024-02-28"},
      {"this-week", "2024-02-26..2024-03-03"},
      {"last week", "2024-02-19..2024-02-25"},
      {"this_month", "2024-02"},
      {"last-month", "2024-01"},
      {"this-year", "2024"},
      {"LAST-YEAR", "2023"},
      {"last-1-day", "2024-02-29"},
      {"last-7-days", "2024-02-23..2024-02-29"},
      {"last-2-weeks", "2024-02-16..2024-02-29"},
      {"last-1-month", "2024-01-30..2024-02-29"},
      {"last-1-years", "2023-03-01..2024-02-29"},
      {"last-24-hours", "2024-02-27T22:30:00Z..2024-02-28T22:30:00Z"},
      {"last-0-days", "no date"},
      {"last-366-days", "no date"},
      {"last-7-dogs", "no date"},
      {"last-99999999999999999999-days", "no date"},
      {"last-week..today", "2024-02-19..2024-02-29"},
      {"15 May 2024", "2024-05-15"},
      {"May 2024", "2024-05"},
      {"15 mai 2024", "2024-05-15"},
      {"May 2022..May 2023", "2022-05..2023-05"},
      {"1715774400", "no date"},
      {"May", "no date"},
      {"", "no date"},
      {"\xff\xfe", "no date"},
  };
  for (const auto& [text, expected] : table) EXPECT_EQ(read(text), expected) << text;
}

TEST(DateSpan, TheDayIsThatOfTheTimeZone) {
  EXPECT_EQ(read("today", TimeZone()), "2024-02-28");
  EXPECT_EQ(read("this-month", TimeZone("Pacific/Auckland")), "2024-02");
}

TEST(DateSpan, SaysWhatIsWrong) {
  EXPECT_THAT(explain_bad_date_span("2024..2022"), HasSubstr("ends before it begins"));
  EXPECT_THAT(explain_bad_date_span("2024-02-30"), HasSubstr("has no day 30"));
  EXPECT_THAT(explain_bad_date_span("tomorow"), HasSubstr("expected 2024"));
}

std::string offered(const std::string& q) {
  const ParsedQuery parsed = parse_query(q);
  if (!parsed.root) return "nothing";
  const auto offer = find_date_offer(*parsed.root, "en", TimeZone(), leap_night);
  return offer ? to_string(offer->span) + ": " + offer->q : "nothing";
}

TEST(DateOffer, TakesTheLongestDateOutOfTheWords) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"floods May 2024", "2024-05: floods"},
      {"floods in May 2024", "2024-05: floods"},
      {"May 15, 2024 floods", "2024-05-15: floods"},
      {"floods 15 May 2024 Kyiv", "2024-05-15: floods Kyiv"},
      {"inundaciones 15 de mayo de 2024", "2024-05-15: inundaciones"},
      {"15 May 2024", "2024-05-15: "},
      {"elections 2022..2024", "2022..2024: elections"},
      {"elections 2024", "2024: elections"},
      {"elections 2024-05", "2024-05: elections"},
      {"storm yesterday", "2024-02-27: storm"},
      {"storm last week", "2024-02-19..2024-02-25: storm"},
      {"\"gold rush\" 1849", "1849: \"gold rush\""},
      {"floods 2022 -2023", "2022: floods -(2023)"},
      {"may", "nothing"},
      {"theresa may", "nothing"},
      {"\"May 2024\"", "nothing"},
      {"title:2024", "nothing"},
      {"+2024", "nothing"},
      {"floods OR 2024", "nothing"},
      {"floods", "nothing"},
      {"boeing 737", "nothing"},
      {"9999", "nothing"},
  };
  for (const auto& [q, expected] : table) EXPECT_EQ(offered(q), expected) << q;
}

}  // namespace
}  // namespace news

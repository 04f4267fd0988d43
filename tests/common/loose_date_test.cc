#include "common/loose_date.h"

#include <gmock/gmock.h>

#include <future>
#include <string>
#include <vector>

#include "tests/support/growth.h"

namespace news {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Row {
  std::string language, text, expected;
};

/// As it travels; empty for what is no date.
std::string read(const Row& row, std::optional<CalendarDay> near = {}) {
  const auto date = read_date(row.text, row.language, near);
  return date ? to_string(*date) : "";
}

void expect(const std::vector<Row>& table, std::optional<CalendarDay> near = {}) {
  for (const Row& row : table) {
    EXPECT_EQ(read(row, near), row.expected) << row.language << ": " << row.text;
  }
}

TEST(LooseDate, ReadsWhatMachinesWrite) {
  expect({
      {"", "2024", "2024"},
      {"", "2024-05", "2024-05"},
      {"", "2024-05-15", "2024-05-15"},
      {"", "20240515", "2024-05-15"},
      {"", "20240515T100000Z", "2024-05-15T10:00:00Z"},
      {"", "20240515T1000", "2024-05-15T10:00:00"},
      {"", "20240515T100000-0500", "2024-05-15T10:00:00-05:00"},
      {"", "20240515100000", "2024-05-15T10:00:00"},
      {"", "202405151612", "2024-05-15T16:12:00"},
      {"", "2024-05-15 10:00", "2024-05-15T10:00:00"},
      {"", "2024-5-1", "2024-05-01"},
      {"", "2024-05-15T10:00:00.123+0200", "2024-05-15T10:00:00+02:00"},
      {"", "2024-05-15 10:00:00 +02:00", "2024-05-15T10:00:00+02:00"},
      {"", "2024-05-15T10:00:00+02", "2024-05-15T10:00:00+02:00"},
      {"", "2024-05-15 10:00:00 UTC", "2024-05-15T10:00:00Z"},
      {"", "2024.05.16 09:00:04", "2024-05-16T09:00:04"},
      {"", "2024/05/15", "2024-05-15"},
      {"", "2024:05:15 10:00:01", "2024-05-15T10:00:01"},
      {"", "Tue, 14 May 2024 10:00:00 GMT", "2024-05-14T10:00:00Z"},
      {"", "Tue, 14 May 2024 10:00:00 +0300", "2024-05-14T10:00:00+03:00"},
      {"", "14 May 24 10:00 EST", "2024-05-14T10:00:00-05:00"},
      {"", "14 May 87 10:00 EDT", "1987-05-14T10:00:00-04:00"},
      {"", "Fri, 3 Jan 2020 1:02:03 PST", "2020-01-03T01:02:03-08:00"},
      {"", "Tue, 14 May 2024 10:00:00 UT", "2024-05-14T10:00:00Z"},
      {"", "Tue, 14 May 2024 10:00:00 Z", "2024-05-14T10:00:00Z"},
      {"", "Tue, 14-May-2024 10:00:00 GMT", "2024-05-14T10:00:00Z"},
      {"", "Tuesday, 14-May-24 10:00:00 GMT", "2024-05-14T10:00:00Z"},
      {"", "Tue May 14 10:00:00 2024", "2024-05-14T10:00:00"},
      {"", "Tue May 14 10:00:00 UTC 2024", "2024-05-14T10:00:00Z"},
      {"", "Tue May 14 2024 10:00:00 GMT+0200 (Central European Summer Time)",
       "2024-05-14T10:00:00+02:00"},
      {"", "2024-05-15 16:12:00 +0000 UTC", "2024-05-15T16:12:00Z"},
      {"", "15/May/2024:10:00:00 +0200", "2024-05-15T10:00:00+02:00"},
      {"", "26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
      {"", " 2-MAR-1987 08:03:27.25", "1987-03-02T08:03:27"},
      {"", "1715767200", "2024-05-15T10:00:00Z"},
      {"", "1715767200123", "2024-05-15T10:00:00Z"},
      {"", "1715767200.25", "2024-05-15T10:00:00Z"},
  });
}

TEST(LooseDate, ReadsEnglish) {
  expect({
      {"en", "15 May 2024", "2024-05-15"},
      {"en", "May 15, 2024", "2024-05-15"},
      {"en", "MAY 15, 2024", "2024-05-15"},
      {"en", "15 MAY 2024", "2024-05-15"},
      {"en", "May 15, 2024 4:12 PM", "2024-05-15T16:12:00"},
      {"en", "May 15, 2024, 4:12 p.m.", "2024-05-15T16:12:00"},
      {"en", "May 15, 2024 at 12:05 a.m. ET", "2024-05-15T00:05:00-04:00"},
      {"en", "Jan. 5, 2024, 4:12 p.m. ET", "2024-01-05T16:12:00-05:00"},
      {"en", "Wednesday, May 15th, 2024 at 16:12 CEST", "2024-05-15T16:12:00+02:00"},
      {"en", "Wed 15 May 2024 16.12 BST", "2024-05-15T16:12:00+01:00"},
      {"en", "16:12, 15 May 2024", "2024-05-15T16:12:00"},
      {"en", "4pm, 1st September 2024", "2024-09-01T16:00:00"},
      {"en", "Sept. 3, 2024", "2024-09-03"},
      {"en", "3 Sept 2024", "2024-09-03"},
      {"en", "the 15th of May, 2024", "2024-05-15"},
      {"en", "May 15 '24", "2024-05-15"},
      {"en", "May 2024", "2024-05"},
      {"en", "Published: May 15, 2024", "2024-05-15"},
      {"en", "Published on 15 May 2024", "2024-05-15"},
      {"en", "Last updated on May 15, 2024 1612 GMT", "2024-05-15T16:12:00Z"},
      {"en", "Posted 15 May 2024, updated 16 May 2024", "2024-05-15"},
      {"en", "Date of issue: 15 May 2024", "2024-05-15"},
      {"en", "May 15, 2024 | 4 min read", "2024-05-15"},
      {"en", "May 15, 2024 / 4:12 PM EDT / Example News", "2024-05-15T16:12:00-04:00"},
      {"en", "Wed 15 May 2024 16.12 BST Last modified on Thu 16 May 2024 18.00 BST",
       "2024-05-15T16:12:00+01:00"},
      {"en", "15 May 2024 – 16:12", "2024-05-15T16:12:00"},
      {"en", "May 15, 2024 10:00 CST", "2024-05-15T10:00:00-06:00"},
      {"en", "May 15, 2024 10:00 IST", "2024-05-15T10:00:00+05:30"},
      {"en", "May 15, 2024 10:00 am GMT+2", "2024-05-15T10:00:00+02:00"},
      {"en", "May 15, 2024 10:00 (UTC-03:30)", "2024-05-15T10:00:00-03:30"},
  });
}

TEST(LooseDate, ReadsTheLanguagesOfTheStemmers) {
  expect({
      {"ar", "15 مايو 2024", "2024-05-15"},
      {"ar", "الأربعاء، ١٥ مايو ٢٠٢٤ ١٦:١٢", "2024-05-15T16:12:00"},
      {"ar", "15 أيار 2024", "2024-05-15"},
      {"hy", "15 մայիսի, 2024 թ.", "2024-05-15"},
      {"eu", "2024ko maiatzaren 15a", "2024-05-15"},
      {"eu", "2024(e)ko maiatzaren 15(a)", "2024-05-15"},
      {"ca", "15 de maig de 2024", "2024-05-15"},
      {"ca", "15 d’abril del 2024 a les 16:12", "2024-04-15T16:12:00"},
      {"da", "15. maj 2024 kl. 16.12", "2024-05-15T16:12:00"},
      {"nl", "15 mei 2024 16:12 uur", "2024-05-15T16:12:00"},
      {"nl", "woensdag 15 mei 2024 om 16.12 uur", "2024-05-15T16:12:00"},
      {"fi", "15. toukokuuta 2024 klo 16.12", "2024-05-15T16:12:00"},
      {"fi", "15.5.2024 klo 16.12", "2024-05-15T16:12:00"},
      {"fr", "15 mai 2024 à 16h12", "2024-05-15T16:12:00"},
      {"fr", "Publié le 1er août 2024 à 9 h 05", "2024-08-01T09:05:00"},
      {"fr", "mar. 14 mai 2024", "2024-05-14"},
      {"fr", "mardi 14 mars 2023", "2023-03-14"},
      {"fr", "Mis à jour le 15/05/2024 à 16:12", "2024-05-15T16:12:00"},
      {"fr", "15 févr. 2024", "2024-02-15"},
      {"fr", "15 juil. 2024", "2024-07-15"},
      {"de", "15. Mai 2024, 16:12 Uhr", "2024-05-15T16:12:00"},
      {"de", "Mittwoch, 15. Mai 2024 um 16.12 Uhr", "2024-05-15T16:12:00"},
      {"de", "Mi., 15.05.2024 - 16:12", "2024-05-15T16:12:00"},
      {"de", "Veröffentlicht am 15. März 2024", "2024-03-15"},
      {"de", "Stand: 15.05.2024 16:12 Uhr", "2024-05-15T16:12:00"},
      {"de", "15. Jänner 2024", "2024-01-15"},
      {"hu", "2024. május 15.", "2024-05-15"},
      {"hu", "2024. május 15., szerda 16:12", "2024-05-15T16:12:00"},
      {"hu", "2024.05.15. 16:12", "2024-05-15T16:12:00"},
      {"id", "Rabu, 15 Mei 2024 16:12 WIB", "2024-05-15T16:12:00+07:00"},
      {"ga", "15 Bealtaine 2024", "2024-05-15"},
      {"ga", "Dé Céadaoin, 4 Meán Fómhair 2024", "2024-09-04"},
      {"it", "15 maggio 2024", "2024-05-15"},
      {"it", "mercoledì 15 maggio 2024 alle ore 16.12", "2024-05-15T16:12:00"},
      {"it", "1º giugno 2024", "2024-06-01"},
      {"lt", "2024 m. gegužės 15 d. 16:12", "2024-05-15T16:12:00"},
      {"ne", "१५ मे २०२४", "2024-05-15"},
      {"no", "15. mai 2024 kl. 16:12", "2024-05-15T16:12:00"},
      {"nb", "onsdag 15. mai 2024", "2024-05-15"},
      {"pt", "15 de maio de 2024 às 16h12", "2024-05-15T16:12:00"},
      {"pt-BR", "quarta-feira, 15 de março de 2024", "2024-03-15"},
      {"pt-BR", "15/05/2024 16h12", "2024-05-15T16:12:00"},
      {"ro", "15 mai 2024, ora 16:12", "2024-05-15T16:12:00"},
      {"ro", "15 octombrie 2024", "2024-10-15"},
      {"ru", "15 мая 2024 года, 16:12", "2024-05-15T16:12:00"},
      {"ru", "15 мая 2024 г. в 16:12 МСК", "2024-05-15T16:12:00+03:00"},
      {"ru", "Май 2024", "2024-05"},
      {"es", "15 de mayo de 2024", "2024-05-15"},
      {"es", "miércoles, 15 de septiembre de 2024 a las 4:12 p. m.", "2024-09-15T16:12:00"},
      {"es", "mar 14 may 2024", "2024-05-14"},
      {"es", "15 MAR 2024", "2024-03-15"},
      {"sv", "15 maj 2024 kl. 16.12", "2024-05-15T16:12:00"},
      {"sv", "Publicerad 15 mars 2024", "2024-03-15"},
      {"ta", "15 மே, 2024", "2024-05-15"},
      {"ta", "15 ஆகஸ்ட் 2024", "2024-08-15"},
      {"tr", "15 Mayıs 2024, 16:12", "2024-05-15T16:12:00"},
      {"tr", "15 AĞUSTOS 2024 Perşembe", "2024-08-15"},
      {"tr", "Yayınlanma: 5 Şubat 2024", "2024-02-05"},
      {"uk", "15 травня 2024 р., 16:12", "2024-05-15T16:12:00"},
      {"uk", "Середа, 15 травня 2024 року, 16:12", "2024-05-15T16:12:00"},
      {"uk", "Опубліковано: 1 січня 2024 о 09:05", "2024-01-01T09:05:00"},
      {"uk", "травень 2024", "2024-05"},
      {"pl", "15 maja 2024", "2024-05-15"},
      {"pl", "15 października 2024 r., godz. 16:12", "2024-10-15T16:12:00"},
      {"pl", "15 listopada 2024", "2024-11-15"},
      {"ja", "2024年5月15日", "2024-05-15"},
      {"ja", "2024年5月15日(水) 午後4時12分", "2024-05-15T16:12:00"},
      {"zh", "2024年5月15日星期三 下午4:12", "2024-05-15T16:12:00"},
      {"zh", "2024年5月", "2024-05"},
      {"ko", "2024년 5월 15일 오후 4시 12분", "2024-05-15T16:12:00"},
      {"ko", "입력 2024.05.15 16:12", "2024-05-15T16:12:00"},
      {"cs", "15. května 2024", "2024-05-15"},
      {"el", "15 Μαΐου 2024", "2024-05-15"},
  });
}

TEST(LooseDate, ReadsEveryLanguageWhereNoneIsNamed) {
  expect({
      {"", "15 травня 2024", "2024-05-15"},
      {"", "15. März 2024", "2024-03-15"},
      {"", "15 août 2024", "2024-08-15"},
      {"en", "15 мая 2024", "2024-05-15"},
      {"xx", "15 mai 2024", "2024-05-15"},
      // November in Polish, October in Croatian
      {"", "15 listopad 2024", ""},
      {"hr", "15. listopad 2024", "2024-10-15"},
  });
}

TEST(LooseDate, TakesTheOrderOfNumbersFromTheLanguage) {
  expect({
      {"en", "05/15/2024", "2024-05-15"},
      {"en", "05/06/2024", "2024-05-06"},
      {"en-US", "5/6/24", "2024-05-06"},
      {"en-US", "5/6/2024 4:12 PM", "2024-05-06T16:12:00"},
      {"en-GB", "05/06/2024", "2024-06-05"},
      {"en", "15/05/2024", "2024-05-15"},
      {"en-GB", "05/15/2024", "2024-05-15"},
      {"fr", "05/06/2024", "2024-06-05"},
      {"", "05/06/2024", "2024-06-05"},
      {"en-US", "05.06.2024", "2024-06-05"},
      {"de", "15.05.2024", "2024-05-15"},
      {"de", "15.5.24", "2024-05-15"},
      {"de", "15.05.2024 16.12", "2024-05-15T16:12:00"},
      {"nl", "15-05-2024", "2024-05-15"},
      {"", "05/2024", "2024-05"},
      {"", "2024/05", "2024-05"},
  });
}

TEST(LooseDate, FindsTheYearNearADayOnlyIfOneIsNamed) {
  using namespace std::chrono;
  const CalendarDay near = 2024y / January / 10d;
  const std::vector<Row> table{
      {"en", "January 10", "2024-01-10"},  {"en", "Jan. 15", "2024-01-15"},
      {"en", "February 20", "2023-02-20"}, {"en", "15 December", "2023-12-15"},
      {"en", "Feb. 29", "2020-02-29"},     {"en", "May 15, 4:12 PM", "2023-05-15T16:12:00"},
      {"de", "15. Mai", "2023-05-15"},     {"ja", "5月15日", "2023-05-15"},
  };
  expect(table, near);
  for (const Row& row : table) EXPECT_EQ(read(row), "") << row.text;
}

TEST(LooseDate, RefusesWhatIsNoneAndSaysWhy) {
  const std::vector<Row> table{
      {"en", "30 February 2024", "February 2024 has no day 30"},
      {"de", "31. April 2024", "April 2024 has no day 31"},
      {"en", "15 May 8320", "the year 8320 is not between 1400 and"},
      {"en", "May 15, 1066", "the year 1066 is not between 1400 and"},
      {"th", "15 พฤษภาคม 2567", "the year 2567 is not between 1400 and"},
      {"", "32/13/2024", "there is no month 13"},
      {"", "20240230", "February 2024 has no day 30"},
      {"", "9999999999", "the year 2286 is not between"},
      {"en", "yesterday", "\"yesterday\" is not a date that can be read"},
      {"en", "May 15", "expected one with a year"},
      {"en", "5 hours ago", "is not a date"},
      {"en", "May", "is not a date"},
      {"en", "16:12", "is not a date"},
      {"en", "15 May 2024 25:00", "is not a date"},
      {"en", "On 15 May 2024 the government fell", "is not a date"},
      {"en", "Chapter 7", "is not a date"},
      {"en", "In the summer of 2024", "is not a date"},
      {"en", "May June 2024", "is not a date"},
      {"en", "1 2 3 4", "is not a date"},
      {"en", "12", "is not a date"},
      {"en", "", "is not a date"},
      {"en", "\xff\xfe 2024", "is not a date"},
  };
  for (const Row& row : table) {
    EXPECT_FALSE(read_date(row.text, row.language)) << row.text;
    EXPECT_THAT(explain_unread_date(row.text, row.language), HasSubstr(row.expected)) << row.text;
  }
}

TEST(LooseDate, TakesLinearTimeForHostileText) {
  for (const std::string_view piece : {"1", "May ", "(", "年", "\xcc\x81", " "}) {
    const auto read_much = [piece](std::size_t size) {
      std::string text;
      while (text.size() < size) text += piece;
      EXPECT_FALSE(read_date(text, "en"));
      EXPECT_LT(explain_unread_date(text, "en").size(), 1000);
    };
    EXPECT_LT(growth(250'000, read_much), linear_at_most) << piece;
  }
}

TEST(LooseDate, ReadsInSeveralThreads) {
  std::vector<std::future<std::string>> results;
  for (int i = 0; i < 4; ++i) {
    results.push_back(std::async(std::launch::async, [] {
      return read({"uk", "15 травня 2024", ""});
    }));
  }
  for (auto& result : results) EXPECT_EQ(result.get(), "2024-05-15");
}

}  // namespace
}  // namespace news

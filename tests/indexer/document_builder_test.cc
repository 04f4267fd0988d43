#include "indexer/document_builder.h"

#include <gmock/gmock.h>

#include "common/schema.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The document's terms, each with its count and where it stands: `rain[1,5]*8 Erains`.
std::string terms(const std::string& json, const TimeZone& zone = TimeZone()) {
  return " " + to_string(DocumentBuilder(zone).build(TestArchive::parse(json))) + " ";
}

TEST(DocumentBuilder, WritesStemsWithPositionsAndFormsThatDiffer) {
  const std::string found = terms(R"({"id":"1","title":"Rains","language":"en"})");
  EXPECT_THAT(found, AllOf(HasSubstr(" rain[1]*7 "), HasSubstr(" Srain "), HasSubstr(" Erains "),
                           HasSubstr(" Nrain "), HasSubstr(" Q1 ")));
  EXPECT_THAT(terms(R"({"id":"1","title":"Rain rains","language":"en"})"),
              Not(HasSubstr(" Nrain ")));
}

TEST(DocumentBuilder, KeepsFieldsSoFarApartThatNoPhraseRunsOver) {
  const std::string found = terms(R"({"id":"1","title":"one two","body":"three"})");
  EXPECT_THAT(found, AllOf(HasSubstr(" one[1]"), HasSubstr(" two[2]")));
  const std::size_t at = found.find(" three[");
  ASSERT_NE(at, std::string::npos);
  EXPECT_GT(std::stoi(found.substr(at + 7)), 100);
}

TEST(DocumentBuilder, CountsTheWordsOfALongTextWithoutAGap) {
  std::string body = "first";
  for (int i = 0; i < 500'000; ++i) body += " rain";
  const std::string found = terms(R"({"id":"1","language":"en","body":")" + body + R"( last"})");
  EXPECT_THAT(found, AllOf(HasSubstr(" first[1001]"), HasSubstr(" last[501002]")));
}

TEST(DocumentBuilder, WritesFacetsByKeyAndSaysWhereThereIsNone) {
  const std::string found =
      terms(R"({"id":"1","title":"x","authors":["Anna Müller","ANNA MULLER"],"countries":["UA"]})");
  EXPECT_THAT(found, AllOf(HasSubstr(" Aanna muller "), HasSubstr(" XCua "), HasSubstr(" XS "),
                           HasSubstr(" XHauthor "), Not(HasSubstr(" XHcorrection "))));
  const Xapian::Document document =
      DocumentBuilder(TimeZone())
          .build(TestArchive::parse(
              R"({"id":"1","title":"x","authors":["Anna Müller","ANNA MULLER"]})"));
  EXPECT_EQ(schema::unpack(document.get_value(schema::facets[0].slot)),
            (std::vector<std::string>{"Anna Müller"}));
}

TEST(DocumentBuilder, DatesAreDaysOfTheIndexsZone) {
  const std::string json = R"({"id":"1","title":"x","published":"2024-05-14T23:30:00Z"})";
  EXPECT_THAT(terms(json), HasSubstr(" D20240514 "));
  EXPECT_THAT(terms(json, TimeZone("Europe/Kyiv")), HasSubstr(" D20240515 "));
  EXPECT_THAT(terms(R"({"id":"1","title":"x"})"), Not(HasSubstr(" Y20")));
}

TEST(DocumentBuilder, WordsOfTheHeadlineCountMostThoseOfTheLeadMore) {
  std::string filler;
  for (int i = 0; i < 40; ++i) filler += " filler";
  const Xapian::Document document =
      DocumentBuilder(TimeZone())
          .build(TestArchive::parse(R"({"id":"1","title":"rain","body":"snow )" + filler +
                                    R"( hail"})"));
  Xapian::termcount rain = 0;
  Xapian::termcount snow = 0;
  Xapian::termcount hail = 0;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if (*term == "rain") rain = term.get_wdf();
    if (*term == "snow") snow = term.get_wdf();
    if (*term == "hail") hail = term.get_wdf();
  }
  EXPECT_GT(rain, snow);
  EXPECT_GT(snow, hail);
  EXPECT_EQ(hail, 1u);
}

TEST(IndexWriter, ShowsNothingBeforeTheCommitAndAllOfItAfter) {
  TestArchive archive{R"({"id":"1","title":"x"})"};
  const auto count = [&] { return archive.index().open(archive.index().live()).articles(); };
  {
    IndexWriter writer(archive.index(), archive.index().live(), TimeZone());
    EXPECT_EQ(writer.put(TestArchive::parse(R"({"id":"2","title":"y"})")).change,
              IndexWriter::Change::Added);
    EXPECT_EQ(writer.put(TestArchive::parse(R"({"id":"1","title":"z"})")).change,
              IndexWriter::Change::Replaced);
    EXPECT_EQ(count(), 1u);
  }
  EXPECT_EQ(count(), 1u) << "a writer that goes away commits nothing";
  archive.add(R"({"id":"2","title":"y"})");
  EXPECT_EQ(count(), 2u);
}

}  // namespace
}  // namespace news

#include "searchd/completions.h"

#include <gmock/gmock.h>

#include <chrono>
#include <thread>

#include "searchd/searcher.h"
#include "tests/support/soon.h"
#include "tests/support/test_archive.h"
#include "tests/support/tomorrow.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// `kind text count`, one after another.
std::vector<std::string> completed(const Searcher& searcher, const std::string& typed) {
  std::vector<std::string> all;
  for (const Completion& one : searcher.complete(typed)) {
    all.push_back(std::string(one.kind) + " " + one.text + " " + std::to_string(one.count));
  }
  return all;
}

TestArchive press() {
  return TestArchive{
      R"({"id":"1","title":"Security agreement signed in Kyiv","authors":["Anna Müller"],"countries":["UA"],
          "section":"World","tags":["treaties"],"published":"2024-05-01"})",
      R"({"id":"2","title":"The security agreement: what is in it","authors":["Anna Müller","Jo Annan"],
          "countries":["UA","DK"],"section":"World news","tags":["Ports"],"published":"2024-05-02"})",
      R"({"id":"3","title":"Security at the harbour","authors":["Lars \"Lasse\" Holm"],"countries":["DK"],
          "section":"World","published":"2024-05-03"})",
      R"({"id":"4","title":"Gdańsk’s harbour is closed","published":"2024-05-04"})"};
}

TEST(Completions, OfValuesAndOfHeadlines) {
  const TestArchive archive = press();
  const Searcher searcher(archive.index());
  EXPECT_THAT(completed(searcher, "ann"), ElementsAre("author Anna Müller 2", "author Jo Annan 1"));
  EXPECT_THAT(completed(searcher, "MULL"), ElementsAre("author Anna Müller 2"));
  EXPECT_THAT(completed(searcher, "anna mü"), ElementsAre("author Anna Müller 2"));
  EXPECT_THAT(completed(searcher, "ukr"), ElementsAre("place Ukraine 2"));
  EXPECT_THAT(completed(searcher, "por"), ElementsAre("tag Ports 1"));
  EXPECT_THAT(completed(searcher, "wor"), ElementsAre("section World 2", "section World news 1"));
  EXPECT_THAT(completed(searcher, "gdańs"),
              ElementsAre("phrase gdansk 1", "headline Gdańsk’s harbour is closed 1"));
  EXPECT_THAT(completed(searcher, "gdansk"), ElementsAre("headline Gdańsk’s harbour is closed 1"));
}

TEST(Completions, OfSeveralWordsTheLastOneIsABeginning) {
  const TestArchive archive = press();
  const Searcher searcher(archive.index());
  EXPECT_THAT(completed(searcher, "secur"),
              ElementsAre("phrase security 3", "phrase security agreement 2",
                          "headline Security at the harbour 1",
                          "headline The security agreement: what is in it 1",
                          "headline Security agreement signed in Kyiv 1"));
  EXPECT_THAT(
      completed(searcher, "security agr"),
      ElementsAre("phrase security agreement 2", "headline The security agreement: what is in it 1",
                  "headline Security agreement signed in Kyiv 1"));
  EXPECT_THAT(completed(searcher, "kyiv secur"),
              ElementsAre("phrase kyiv security 1", "headline Security agreement signed in Kyiv 1"))
      << "words may stand apart";
  EXPECT_THAT(completed(searcher, "secur "), IsEmpty())
      << "a word that is whole is not a beginning";
  EXPECT_THAT(completed(searcher, "harbour sea"), IsEmpty());
}

TEST(Completions, SayWhichQueryFindsThem) {
  const TestArchive archive = press();
  const Searcher searcher(archive.index());
  const std::vector<std::pair<std::string, std::string>> table = {
      {"anna", "author:\"Anna Müller\""},
      {"lasse", "author:\"Lars Lasse Holm\""},
      {"ukraine", "country:UA"},
      {"world n", "section:\"World news\""},
      {"port", "tag:Ports"},
      {"agree", "agreement"}};
  for (const auto& [typed, q] : table) {
    const std::vector<Completion> all = searcher.complete(typed);
    ASSERT_THAT(all, Not(IsEmpty())) << typed;
    EXPECT_EQ(all.front().q, q);
    const auto found = searcher.search(parse_search_request({{"q", all.front().q}}));
    EXPECT_EQ(found.total, all.front().count) << all.front().q;
  }
}

TEST(Completions, AreTenAtMostAndBearAnyInput) {
  std::string tags;
  for (int i = 0; i < 30; ++i) tags += (i == 0 ? "\"tag" : ",\"tag") + std::to_string(i) + "\"";
  const TestArchive archive{R"({"id":"1","title":"Tagged","tags":[)" + tags + "]}"};
  const Searcher searcher(archive.index());
  EXPECT_THAT(searcher.complete("tag"), SizeIs(Completions::most_completions));
  for (const std::string& typed :
       {std::string(), std::string("   "), std::string("\xff\xfe"), std::string(100'000, 'a'),
        std::string("\"("), std::string("%*"), std::string("tag\n"), std::string(1, '\0')}) {
    EXPECT_NO_THROW(searcher.complete(typed));
  }
}

TEST(Completions, NeverShowWhatIsUnderEmbargo) {
  const TestArchive archive{
      R"({"id":"1","title":"Zeppelin over Lviv","authors":["Zoe Zeta"],"tags":["zeppelins"],
          "countries":["ZW"],"section":"Zoology","embargo_until":")" +
          tomorrow() + R"("})",
      R"({"id":"2","title":"Rain"})"};
  const Searcher searcher(archive.index());
  for (const char* typed : {"z", "zep", "zoe", "zimb", "zoo", "lviv"}) {
    EXPECT_THAT(completed(searcher, typed), IsEmpty()) << typed;
  }
}

TEST(Completions, FollowTheArchive) {
  TestArchive archive = press();
  const Searcher searcher(archive.index());
  archive.add(R"({"id":"5","title":"A zeppelin","authors":["Zoe Zeta"]})");
  EXPECT_TRUE(
      soon([&] { return completed(searcher, "zepp").size() == 2; }, std::chrono::seconds(2)));
  archive.remove("5");
  EXPECT_TRUE(soon([&] { return completed(searcher, "zoe").empty(); }, std::chrono::seconds(2)));
  EXPECT_TRUE(soon([&] { return completed(searcher, "zepp").empty(); }, std::chrono::seconds(2)));
}

TEST(Completions, AHeadlineThatWasTakenBackGoesWithItsArticle) {
  TestArchive archive = press();
  const Searcher searcher(archive.index());
  archive.add(R"({"id":"4","title":"Gdańsk’s harbour is closed","embargo_until":")" + tomorrow() +
              R"("})");
  EXPECT_TRUE(soon(
      [&] {
        return searcher.search(parse_search_request({{"q", "gdansk"}})).total == 0;
      },
      std::chrono::seconds(2)));
  for (const std::string& one : completed(searcher, "gdansk")) {
    EXPECT_THAT(one, Not(HasSubstr("headline")));
  }
}

}  // namespace
}  // namespace news

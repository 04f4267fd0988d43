#include "searchd/related.h"

#include <gmock/gmock.h>

#include <string>

#include "searchd/searcher.h"
#include "tests/support/test_archive.h"
#include "tests/support/tomorrow.h"

namespace news {
namespace {

/// The ids of the articles related to one, with spaces between.
std::string related(const Searcher& searcher, const std::string& id, std::size_t most = 10) {
  std::string text;
  const auto result = searcher.article(id, "", most);
  if (!result) return "no such article";
  for (const RelatedArticle& article : result->related) {
    EXPECT_EQ(article.article.body, "");
    EXPECT_GT(article.score, 0);
    EXPECT_LE(article.score, 1);
    text += (text.empty() ? "" : " ") + article.article.id;
  }
  return text;
}

/// A strike in five articles, one of another year, one a copy; and two about something else.
TestArchive strike_archive() {
  return TestArchive{
      R"({"id":"strike","title":"Dockers strike in Gdansk harbour","body":"Dockers of the harbour of Gdansk stopped their cranes.","published":"2024-05-10"})",
      R"({"id":"next-day","title":"Gdansk dockers strike on","body":"The cranes in the harbour stand still.","published":"2024-05-11"})",
      R"({"id":"old","title":"Gdansk dockers strike on","body":"The cranes in the harbour stand still.","published":"2014-05-11"})",
      R"({"id":"undated","title":"Gdansk dockers strike on","body":"The cranes in the harbour stand still."})",
      R"({"id":"copy","title":"Dockers strike in Gdansk harbour","body":"Dockers of the harbour of Gdansk stopped their cranes.","published":"2024-05-10","story":"strike"})",
      R"({"id":"cricket","title":"England win at cricket","body":"The bowlers were on form.","published":"2024-05-10"})",
      R"({"id":"opera","title":"A new opera in Vienna","body":"The soprano was on form.","published":"2024-05-10"})"};
}

TEST(Related, AreAboutTheSameAndTheNearestInTimeComesFirst) {
  const TestArchive archive = strike_archive();
  const Searcher searcher(archive.index());
  EXPECT_EQ(related(searcher, "strike"), "next-day old undated");
  EXPECT_EQ(related(searcher, "strike", 1), "next-day");
}

TEST(Related, AreOfOtherStoriesAndOneOfEach) {
  const TestArchive archive = strike_archive();
  const Searcher searcher(archive.index());
  EXPECT_EQ(related(searcher, "copy"), "next-day old undated");
  EXPECT_EQ(related(searcher, "next-day"), "strike old undated") << "not the copy as well";
}

TEST(Related, AreNotShownUnderEmbargo) {
  TestArchive archive = strike_archive();
  archive.add(
      R"({"id":"secret","title":"Dockers strike in Gdansk harbour ends","body":"Cranes move.","published":"2024-05-11","embargo_until":")" +
      tomorrow() + R"("})");
  const Searcher searcher(archive.index());
  EXPECT_EQ(related(searcher, "strike"), "next-day old undated");
  EXPECT_EQ(related(searcher, "secret"), "no such article");
}

TEST(Related, AreTheSameHoweverOftenAsked) {
  const TestArchive archive = strike_archive();
  const Searcher one(archive.index());
  const Searcher other(archive.index());
  for (const std::string id : {"strike", "old", "cricket"}) {
    const std::string first = related(one, id);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(related(other, id), first) << id;
  }
}

TEST(Related, AreNoneOfAnArticleWithoutWordsOrAlone) {
  const TestArchive archive{R"({"id":"a","title":"?!"})", R"({"id":"b","title":"Alone at sea"})"};
  const Searcher searcher(archive.index());
  EXPECT_EQ(related(searcher, "a"), "");
  EXPECT_EQ(related(searcher, "b"), "");
}

TEST(Related, AreOfTheSameSubjectInTheSampleArchive) {
  TestArchive archive;
  {
    IndexWriter writer(archive.index(), archive.index().live(), TimeZone());
    for (const std::string& line : sample_articles()) writer.put(TestArchive::parse(line));
    writer.commit();
  }
  const Searcher searcher(archive.index());
  const auto agreement = searcher.article("2024-02-security-agreement-ukraine-denmark", "", 5);
  ASSERT_TRUE(agreement);
  ASSERT_FALSE(agreement->related.empty());
  for (const RelatedArticle& article : agreement->related) {
    EXPECT_THAT(article.article.countries, testing::Contains("UA")) << article.article.id;
  }
}

}  // namespace
}  // namespace news

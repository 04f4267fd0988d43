#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "searchd/ranking_weight.h"
#include "searchd/searcher.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

SearchResult search(const TestArchive& archive, const Parameters& parameters) {
  return Searcher(archive.index()).search(parse_search_request(parameters));
}

std::string article(const std::string& id, const std::string& title, const std::string& body) {
  return R"({"id":")" + id + R"(","title":")" + title + R"(","body":")" + body +
         R"(","language":"en"})";
}

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "filler" + std::to_string(i % 40) + ' ';
  return text;
}

TEST(Ranking, AWordOfTheLeadWeighsMoreThanOneAtTheEnd) {
  const TestArchive archive{article("end", "Rain", filler(100) + "The ferry sank."),
                            article("lead", "Rain", "The ferry sank. " + filler(100))};
  EXPECT_EQ(ids(search(archive, {{"q", "ferry"}})), "lead end");
}

TEST(Ranking, NeighboursInTheQueryCountMoreWhereTheyAreNeighboursInTheText) {
  const std::string apart = "The white " + filler(8) + "fence by the house ";
  const std::string beside = "The fence by " + filler(8) + "the white house ";
  const TestArchive archive{article("apart", "Rain", apart), article("beside", "Rain", beside)};
  EXPECT_EQ(ids(search(archive, {{"q", "white house"}})), "beside apart");
}

TEST(Ranking, ARareWordOfTheFirstLineTellsReportsOnTheSameMatterApart) {
  const TestArchive archive{
      article("common", "Rain", "Strike seen from afar " + filler(12) + "osprey"),
      article("rare", "Rain", "Osprey seen from afar " + filler(12) + "strike"),
      article("other", "Rain", "Strike seen from afar " + filler(13))};
  EXPECT_EQ(ids(search(archive, {{"q", "strike osprey"}})), "rare common");
}

TEST(Ranking, WhatALongQueryBeginsWithIsWhatTheArticleBeginsWith) {
  const TestArchive archive{
      article("of", "", "Herley got orders from Boeing for radar parts of the fighter jet"),
      article("boeing", "", "Boeing got orders from Herley for radar parts of the fighter jet")};
  EXPECT_EQ(ids(search(archive, {{"q", "boeing gets radar fighter orders"}})), "boeing of");
  EXPECT_EQ(ids(search(archive, {{"q", "herley gets radar fighter orders"}})), "of boeing");
}

TEST(Ranking, ACountryThatOnlyTheFacetNamesCountsLessThanOneInTheText) {
  const auto about = [](const std::string& country, const std::string& id,
                        const std::string& body) {
    return R"({"id":")" + id + R"(","body":")" + body + R"(","countries":[")" + country +
           R"("],"language":"en"})";
  };
  const std::string rest = " said money supply fell as demand for loans was weak " + filler(20);
  const TestArchive archive{about("AU", "australia", "Its central bank" + rest),
                            about("NZ", "facet", "Its central bank" + rest),
                            about("NZ", "text", "New Zealand: its central bank" + rest),
                            about("FI", "finland", "Its central bank" + rest)};
  const SearchResult found = search(archive, {{"q", "new zealand money supply loans"}});
  EXPECT_THAT(ids(found), testing::StartsWith("text facet "));
}

TEST(Ranking, ACodeBesideANameWasAWordThatArticlesHadToHave) {
  const TestArchive archive{
      article("name", "", "Rogers said its board adopted a plan that gives holders rights"),
      article("code", "", "ROG shares rose as its board adopted a plan that gives holders rights"),
      article("other", "", "Molex said its board adopted a plan that gives holders rights")};
  const SearchResult found = search(archive, {{"q", "Rogers <ROG> plan"}});
  EXPECT_EQ(ids(found), "name code");
  EXPECT_FALSE(found.relaxed);
  EXPECT_EQ(ids(search(archive, {{"q", "Rogers <ROG> plan"}, {"names", "exact"}})), "name code");
}

TEST(Ranking, ACodeThatIsTheNameItselfWasToldToBeAnotherSpelling) {
  const TestArchive archive{article("twa", "", "TWA said it sold its stake")};
  EXPECT_THAT(search(archive, {{"q", "TWA <TWA> stake"}}).query.notes, IsEmpty());
}

TEST(Ranking, ANumberOrAnAbbreviationMadeAHeadlinesStopWordsNames) {
  const TestArchive archive{article("it", "", "Output rose 5 pct as U.S. plants reopened")};
  EXPECT_THAT(search(archive, {{"q", "U.S. OUTPUT ROSE BY 5 PCT"}}).query.ignored,
              ElementsAre("BY"));
}

TEST(Ranking, PagesDoNotOverlapWhereTheBestAreOrderedAnew) {
  TestArchive archive;
  {
    IndexWriter writer(archive.index(), archive.index().live(), TimeZone());
    for (int i = 0; i < 130; ++i) {
      writer.put(TestArchive::parse(article("a" + std::to_string(i), "Ferry",
                                            filler(i % 17) + "ferry " + filler(i % 5) + "sank")));
    }
    writer.commit();
  }
  const SearchResult whole = search(archive, {{"q", "ferry sank"}, {"per_page", "100"}});
  std::string paged;
  for (int page = 1; page <= 10; ++page) {
    const SearchResult one = search(archive, {{"q", "ferry sank"}, {"page", std::to_string(page)}});
    paged += (page > 1 ? " " : "") + ids(one);
  }
  EXPECT_EQ(paged, ids(whole));
  for (std::size_t i = 1; i < whole.hits.size(); ++i) {
    EXPECT_LE(whole.hits[i].score, whole.hits[i - 1].score) << i;
  }
}

TEST(Ranking, TheMostAWordCanWeighIsNeverLessThanWhatItWeighs) {
  for (const double count : {1.0, 3.0, 8.0, 500.0}) {
    EXPECT_LT(RankingWeight::saturated(count, 1), RankingWeight::saturated(count + 1, 1));
    EXPECT_LT(RankingWeight::saturated(count, 2), RankingWeight::saturated(count, 1));
    EXPECT_LT(RankingWeight::saturated(count, 1), 1);
  }
  EXPECT_LT(RankingWeight::importance(1000, 500), RankingWeight::importance(1000, 5));
  EXPECT_GT(RankingWeight::importance(1000, 1000), 0);
}

/// Named by how many of port, strike and Riga they have.
TestArchive port_archive() {
  return TestArchive{article("three", "Port strike in Riga", "Dockers stayed at home."),
                     article("two", "Port of Riga", "It was quiet."),
                     article("one", "Strike of bakers", "No bread was sold."),
                     article("none", "Rain", "It was wet.")};
}

TEST(Relaxing, GoesFromAllWordsToMostOfThemAndSaysSo) {
  const TestArchive archive = port_archive();
  const SearchResult result = search(archive, {{"q", "port strike riga baltic"}});
  EXPECT_EQ(ids(result), "three two");
  ASSERT_TRUE(result.relaxed);
  EXPECT_EQ(*result.relaxed, (Relaxed{.all_words = 0, .words = 4, .at_least = 2}));
  EXPECT_THAT(result.hits[0].missing_words, ElementsAre("baltic"));
  EXPECT_THAT(result.hits[1].missing_words, ElementsAre("strike", "baltic"));
}

TEST(Relaxing, GoesBelowHalfOfTheWordsOnlyWhereThatFindsNothing) {
  const TestArchive archive = port_archive();
  const SearchResult result = search(archive, {{"q", "bread geyser walnut osprey"}});
  EXPECT_EQ(ids(result), "one");
  EXPECT_EQ(result.relaxed.value().at_least, 1);
}

TEST(Relaxing, LostTheOneArticleOnANameToThoseThatHaveMoreOfTheOtherWords) {
  std::vector<std::string> articles{
      article("name", "Enviropact signs", "It buys a trucking company.")};
  for (int i = 0; i < 600; ++i) {
    const bool has_two = i % 6 == 0;
    articles.push_back(article(std::to_string(i), has_two ? "They make an acquisition" : "Rain",
                               "It was announced today."));
  }
  TestArchive archive;
  archive.build(articles);
  const SearchResult result = search(archive, {{"q", "enviropact to make acquisition today"}});
  EXPECT_EQ(result.total, 101);
  EXPECT_EQ(*result.relaxed,
            (Relaxed{.all_words = 0, .words = 4, .at_least = 3, .or_any_of = {"enviropact"}}));
  EXPECT_THAT(result.hits[0].missing_words, ElementsAre("make", "acquisition", "today"));
  EXPECT_EQ(
      search(archive, {{"q", "enviropact to make acquisition today"}, {"sort", "newest"}}).total,
      101);
}

TEST(Relaxing, LeavesTwoWordsThatAreFoundTogetherAsTheyAre) {
  const TestArchive archive = port_archive();
  const SearchResult result = search(archive, {{"q", "port strike"}});
  EXPECT_EQ(ids(result), "three");
  EXPECT_FALSE(result.relaxed);
  EXPECT_THAT(result.hits[0].missing_words, IsEmpty());
  EXPECT_EQ(ids(search(archive, {{"q", "bread riga"}, {"sort", "oldest"}})), "three two one");
}

TEST(Relaxing, KeepsWhatIsAskedForExplicitly) {
  const TestArchive archive = port_archive();
  const std::vector<std::pair<std::string, std::string>> table = {
      {"port AND strike AND baltic", ""},
      {"+baltic port strike", ""},
      {"+riga strike bread", "three"},
      {"\"port strike\" riga baltic", "three"},
      {"title:port strike riga baltic", "three"},
      {"port strike riga baltic -bakers", "three two"},
      {"(port OR bread) strike riga baltic", "three"},
      {"nothing at all", ""},
  };
  for (const auto& [q, expected] : table)
    EXPECT_EQ(ids(search(archive, {{"q", q}})), expected) << q;
}

TEST(Relaxing, DoesNotDependOnFiltersSoThatChoosingOneOnlyNarrows) {
  TestArchive archive;
  {
    IndexWriter writer(archive.index(), archive.index().live(), TimeZone());
    for (int i = 0; i < 45; ++i) {
      writer.put(TestArchive::parse(R"({"id":"all)" + std::to_string(i) +
                                    R"(","title":"Port strike Riga","section":")" +
                                    (i == 0 ? "Rare" : "Common") + R"(","language":"en"})"));
    }
    for (int i = 0; i < 45; ++i) {
      writer.put(
          TestArchive::parse(R"({"id":"some)" + std::to_string(i) +
                             R"(","title":"Port strike","section":"Rare","language":"en"})"));
    }
    writer.commit();
  }
  const SearchResult rare = search(archive, {{"q", "port strike riga"}, {"section", "Rare"}});
  EXPECT_EQ(ids(rare), "all0");
  EXPECT_FALSE(rare.relaxed);
}

/// More articles than are looked at at once; number N has the words of its divisors.
TEST(Relaxing, CountsExactlyInALargeArchiveWithCorrectionsBesideIt) {
  constexpr int count = 20'000;
  const std::vector<std::pair<int, std::string>> divisors{
      {2, "two"}, {3, "three"}, {5, "five"}, {7, "seven"}, {11, "eleven"}};
  const auto numbered = [&](int number, const std::string& id) {
    std::string words;
    for (const auto& [divisor, word] : divisors) {
      if (number % divisor == 0) words += word + ' ';
    }
    return article(id, "Number", words + "and so on");
  };
  std::vector<std::string> articles;
  for (int i = 1; i <= count; ++i) articles.push_back(numbered(i, std::to_string(i)));
  TestArchive archive;
  archive.build(articles);
  // Nothing divides a prime, so 2310 now has no word, and 13 has those of 210.
  archive.add(numbered(13, "2310"));
  archive.add(numbered(210, "13"));
  std::uint32_t all = 0, four = 1;
  for (int i = 1; i <= count; ++i) {
    const auto has = std::count_if(divisors.begin(), divisors.end(),
                                   [i](const auto& one) { return i % one.first == 0; });
    all += has == 5 && i != 2310;
    four += has >= 4 && i != 2310;
  }
  const SearchResult result = search(archive, {{"q", "two three five seven eleven"}});
  ASSERT_TRUE(result.relaxed);
  EXPECT_EQ(*result.relaxed, (Relaxed{.all_words = all, .words = 5, .at_least = 4}));
  EXPECT_EQ(result.total, four);
  EXPECT_EQ(search(archive, {{"q", "two three five seven eleven -eleven"}}).total,
            static_cast<std::uint32_t>(count / 210 - count / 2310 + 1));
}

TEST(Relaxing, CountsAndPagesByDateAsByRelevance) {
  const TestArchive archive = port_archive();
  const SearchResult result =
      search(archive, {{"q", "port strike riga baltic"}, {"sort", "newest"}, {"per_page", "1"}});
  EXPECT_EQ(result.total, 2);
  EXPECT_EQ(result.hits.size(), 1);
  const SearchResult rest = search(archive, {{"q", "port strike riga baltic"},
                                             {"sort", "newest"},
                                             {"per_page", "1"},
                                             {"cursor", result.next_cursor}});
  EXPECT_EQ(rest.hits.size(), 1);
}

}  // namespace
}  // namespace news

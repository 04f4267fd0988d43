#include "searchd/searcher.h"

#include <gmock/gmock.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "common/error.h"
#include "searchd/views/json.h"
#include "tests/support/soon.h"
#include "tests/support/test_archive.h"
#include "tests/support/tomorrow.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

SearchRequest request(const Parameters& parameters) { return parse_search_request(parameters); }

std::string found(const Searcher& searcher, const std::string& q) {
  return ids(searcher.search(request({{"q", q}, {"sort", "oldest"}})));
}

/// Four articles whose words, dates and facets the tests below count on.
TestArchive small_archive() {
  return TestArchive{
      R"({"id":"a","title":"Harbour strike in Gdansk","body":"Dockers elected a committee. The strike goes on.",
          "authors":["Anna Müller"],"countries":["PL"],"section":"Business","published":"2023-04-01","language":"en"})",
      R"({"id":"b","title":"Election in Denmark","body":"Voters went to the polls. The harbour was quiet.",
          "authors":["Lars Holm","Anna Müller"],"countries":["DK"],"section":"Politics","published":"2023-05-02T10:00:00+02:00","language":"en"})",
      R"({"id":"c","title":"Hafenarbeiter streiken","body":"Die Häuser am Hafen sind leer. Al-Qaeda wird nicht erwähnt.",
          "countries":["DE","PL"],"section":"Business","published":"2024-01-03","language":"de"})",
      R"({"id":"d","title":"A note without a date","body":"The security of the agreement was in doubt. A security agreement came.",
          "authors":["Anna Muller"],"language":"en","tags":["notes"]})"};
}

TEST(Searcher, FindsEveryFormOfAWordInItsLanguage) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  const std::vector<std::pair<std::string, std::string>> table = {
      {"harbours", "a b"},
      {"elections", "a b"},
      {"Haus", "c"},
      {"HÄUSER", "c"},
      {"haeuser", ""},
      {"muller", "a b d"},
      {"strike gdansk", "a"},
      {"strike OR polls", "a b"},
      {"harbour -strike", "b"},
      {"-harbour", "c d"},
      {"al qaeda", "c"},
      {"alqaeda", "c"},
      {"al-qaeda", "c"},
      {"d'harbour l’election", "a b"},
      {"nothinghere", ""},
  };
  for (const auto& [q, expected] : table) EXPECT_EQ(found(searcher, q), expected) << q;
}

TEST(Searcher, FindsQuotedWordsInThisVeryFormOnly) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  EXPECT_EQ(found(searcher, "\"security agreement\""), "d");
  EXPECT_EQ(found(searcher, "\"agreement security\""), "");
  EXPECT_EQ(found(searcher, "\"harbours\""), "");
  EXPECT_EQ(found(searcher, "\"election\""), "b");
  EXPECT_EQ(found(searcher, "\"elected\""), "a");
}

TEST(Searcher, FindsByFieldFilterWildcardAndNearness) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  const std::vector<std::pair<std::string, std::string>> table = {
      {"title:harbour", "a"},
      {"title:(election OR note)", "b d"},
      {"author:muller", "a b d"},
      {"author:\"Lars Holm\"", "b"},
      {"country:PL", "a c"},
      {"country:Poland", "a c"},
      {"country:-", "d"},
      {"section:business -strike", "c"},
      {"language:de", "c"},
      {"tag:notes", "d"},
      {"has:country harbour", "a b"},
      {"before:2024", "a b"},
      {"after:2023", "c"},
      {"date:2023-04", "a"},
      {"harbour OR date:2024", "a b c"},
      {"elect*", "a b"},
      {"electio*", "b"},
      {"title:electio*", "b"},
      {"polls NEAR/3 quiet", ""},
      {"polls NEAR/4 quiet", "b"},
      {"quiet NEAR polls", "b"},
      {"id:c", "c"},
  };
  for (const auto& [q, expected] : table) EXPECT_EQ(found(searcher, q), expected) << q;
}

TEST(Searcher, CountsEveryFacetExactly) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  const SearchResult all = searcher.search(request({}));
  EXPECT_EQ(all.total, 4u);
  ASSERT_EQ(all.facets.size(), schema::facets.size());
  const FacetResult& author = all.facets[0];
  ASSERT_EQ(author.values.size(), 2u);
  EXPECT_EQ(author.values[0].value, "Anna Müller");
  EXPECT_EQ(author.values[0].count, 3u);
  EXPECT_EQ(author.missing, 1u);
  EXPECT_EQ(author.distinct, 2u);
  const FacetResult& country = all.facets[1];
  EXPECT_EQ(country.values[0].value, "PL");
  EXPECT_EQ(country.values[0].label, "Poland");
  EXPECT_EQ(country.values[0].count, 2u);
  EXPECT_EQ(country.distinct, 3u);
}

TEST(Searcher, ValuesThatAreAsFrequentComeInTheOrderOfTheirNames) {
  TestArchive archive;
  for (const char* author : {"Alexandra Zed", "Alexandra", "Zoe", "Alexandra Abel", "Ben"}) {
    archive.add(R"({"id":")" + std::string(author) + R"(","title":"Rain","authors":[")" + author +
                R"("]})");
  }
  const SearchResult result =
      Searcher(archive.index()).search(parse_search_request({{"q", "rain"}, {"facet_size", "4"}}));
  std::vector<std::string> names;
  for (const FacetValue& value : result.facets[0].values) names.push_back(value.value);
  EXPECT_THAT(names, ElementsAre("Alexandra", "Alexandra Abel", "Alexandra Zed", "Ben"));
}

TEST(Searcher, CountsAFacetWithoutItsOwnFilter) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  for (const std::string q : {"", "a OR b OR harbour OR hafen OR security"}) {
    const SearchResult result =
        searcher.search(request({{"q", q}, {"country", "DK"}, {"section", "Politics"}}));
    EXPECT_EQ(result.total, 1u);
    // Section is filtered, so the countries are those of its articles, and the other way round.
    ASSERT_EQ(result.facets[1].values.size(), 1u) << q;
    EXPECT_TRUE(result.facets[1].values[0].selected);
    const SearchResult one = searcher.search(request({{"q", q}, {"country", "DK"}}));
    EXPECT_EQ(one.facets[1].values.size(), 3u);
    EXPECT_EQ(one.facets[0].values.size(), 2u);
  }
}

TEST(Searcher, TakesTogetherValuesOfOneFacetAndExcludes) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  const auto total = [&](const Parameters& p) { return searcher.search(request(p)).total; };
  EXPECT_EQ(total({{"country", "DK"}, {"country", "DE"}}), 2u);
  EXPECT_EQ(total({{"country", "!PL"}}), 2u);
  EXPECT_EQ(total({{"country", "-"}}), 1u);
  EXPECT_EQ(total({{"country", "!-"}}), 3u);
  EXPECT_EQ(total({{"country", "-"}, {"country", "DK"}}), 2u);
  EXPECT_EQ(total({{"author", "anna muller"}}), 3u);
  EXPECT_EQ(total({{"from", "2023-05"}, {"to", "2024"}}), 2u);
  EXPECT_EQ(total({{"section", "Nowhere"}}), 0u);
}

TEST(Searcher, ShowsAChosenValueThatNothingMatches) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  const SearchResult result =
      searcher.search(request({{"section", "Nowhere"}, {"facet_size", "1"}}));
  const FacetResult& section = result.facets[2];
  ASSERT_EQ(section.values.size(), 2u);
  EXPECT_EQ(section.values[1].value, "Nowhere");
  EXPECT_TRUE(section.values[1].selected);
  EXPECT_EQ(section.values[1].count, 0u);
}

TEST(Searcher, DrawsATimelineWithItsEmptyMonths) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  const SearchResult result = searcher.search(request({{"date_interval", "month"}}));
  ASSERT_TRUE(result.date);
  ASSERT_EQ(result.date->buckets.size(), 10u);
  EXPECT_EQ(result.date->buckets[0].from, "2023-04-01");
  EXPECT_EQ(result.date->buckets[0].to, "2023-04-30");
  EXPECT_EQ(result.date->buckets[2].count, 0u);
  EXPECT_EQ(result.date->buckets[9].from, "2024-01-01");
  EXPECT_EQ(result.date->missing, 1u);
}

TEST(Searcher, PutsUndatedArticlesLastInEitherOrder) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  EXPECT_EQ(ids(searcher.search(request({}))), "c b a d");
  EXPECT_EQ(ids(searcher.search(request({{"sort", "oldest"}}))), "a b c d");
}

TEST(Searcher, PagesByNumberAndByCursorAlike) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  for (const std::string sort : {"newest", "oldest", "relevance"}) {
    for (const std::string q : {"", "harbour OR hafen OR security OR strike"}) {
      std::string by_number;
      std::string by_cursor;
      std::string cursor;
      for (int page = 1; page <= 4; ++page) {
        const Parameters base{{"q", q}, {"sort", sort}, {"per_page", "1"}};
        Parameters numbered = base;
        numbered.emplace_back("page", std::to_string(page));
        by_number += ids(searcher.search(request(numbered)));
        Parameters next = base;
        if (!cursor.empty()) next.emplace_back("cursor", cursor);
        const SearchResult result = searcher.search(request(next));
        by_cursor += ids(result);
        cursor = result.next_cursor;
        EXPECT_EQ(cursor.empty(), page == 4) << sort << " " << page;
      }
      EXPECT_EQ(by_number, by_cursor) << sort;
      EXPECT_EQ(by_number.size(), 4u);
    }
  }
}

TEST(Searcher, RefusesACursorOfAnotherOrder) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  for (const std::string cursor : {"o.1", "x", "d.1", "d.1.2.3", "d..", "....."}) {
    EXPECT_THROW(searcher.search(request({{"cursor", cursor}})), BadRequest) << cursor;
  }
}

TEST(Searcher, SaysWhatItSearchedForAndWhatItIgnored) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  const auto echo = [&](const std::string& q) {
    return searcher.search(request({{"q", q}})).query;
  };
  EXPECT_EQ(echo("the harbour of gdansk").searched, "harbour gdansk");
  EXPECT_THAT(echo("the harbour of gdansk").ignored, ElementsAre("the", "of"));
  EXPECT_EQ(echo("+the harbour").searched, "+the harbour");
  EXPECT_EQ(echo("US harbour").searched, "US harbour");
  EXPECT_EQ(echo("the").searched, "the");
  EXPECT_THAT(echo("harbour before:2024").searched, HasSubstr("before:2024"));
}

TEST(Searcher, RanksTheHeadlineAboveTheText) {
  const TestArchive archive{
      R"({"id":"text","title":"Rain","body":"The harbour is full of boats and the harbour is old.","language":"en"})",
      R"({"id":"headline","title":"Harbour","body":"Boats are in it, and it is old and full of them.","language":"en"})"};
  const Searcher searcher(archive.index());
  EXPECT_EQ(ids(searcher.search(request({{"q", "harbour"}}))), "headline text");
}

TEST(Searcher, HidesAnArticleUntilItsEmbargoEnds) {
  const auto soon = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) +
                    std::chrono::seconds(2);
  const std::string until = to_rfc3339(soon.time_since_epoch().count(), TimeZone());
  const TestArchive archive{
      R"({"id":"open","title":"Harbour","published":"2024-01-01"})",
      R"({"id":"held","title":"Harbour secret","authors":["Someone"],"published":"2024-01-02","embargo_until":")" +
          until + R"("})"};
  const Searcher searcher(archive.index());
  const SearchResult before = searcher.search(request({{"q", "harbour"}}));
  ASSERT_EQ(ids(before), "open");
  EXPECT_EQ(before.total, 1u);
  EXPECT_THAT(before.facets[0].values, IsEmpty());
  EXPECT_FALSE(searcher.article("held", ""));
  EXPECT_EQ(searcher.summary().articles, 1u);
  EXPECT_EQ(searcher.summary().last_day, "2024-01-01");
  std::this_thread::sleep_for(std::chrono::seconds(3));
  EXPECT_EQ(searcher.search(request({{"q", "harbour"}})).total, 2u);
  EXPECT_TRUE(searcher.article("held", ""));
}

TEST(Searcher, FollowsAdditionsCorrectionsRemovalsAndGenerations) {
  TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  archive.add(R"({"id":"e","title":"Harbour opened","published":"2025-01-01"})");
  EXPECT_TRUE(soon([&] { return found(searcher, "opened") == "e"; }, std::chrono::seconds(5)));
  archive.add(R"({"id":"e","title":"Harbour closed","published":"2025-01-01"})");
  EXPECT_TRUE(soon([&] { return found(searcher, "closed") == "e"; }, std::chrono::seconds(5)));
  EXPECT_EQ(found(searcher, "opened"), "");
  archive.remove("e");
  EXPECT_TRUE(soon([&] { return found(searcher, "closed").empty(); }, std::chrono::seconds(5)));

  const std::uint64_t revision = searcher.summary().revision;
  const std::string generation = archive.index().create_generation();
  IndexWriter writer(archive.index(), generation, TimeZone());
  writer.put(TestArchive::parse(R"({"id":"only","title":"A new generation"})"));
  writer.commit();
  archive.index().switch_to(generation);
  EXPECT_TRUE(soon([&] { return searcher.summary().articles == 1; }, std::chrono::seconds(5)));
  EXPECT_GT(searcher.summary().revision, revision);
  std::string why;
  EXPECT_TRUE(searcher.ready(why)) << why;
}

TEST(Searcher, AnswersEightThreadsFromOneRevisionEachWhileAWriterCommits) {
  TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  std::atomic<bool> stop = false;
  std::atomic<int> answers = 0;
  std::vector<std::jthread> readers;
  for (int i = 0; i < 8; ++i) {
    readers.emplace_back([&] {
      while (!stop) {
        // Every revision has as many articles about boats as the revision says, all of one author.
        const SearchResult result = searcher.search(request({{"q", "boats OR harbour"}}));
        ASSERT_FALSE(result.facets.empty());
        std::uint32_t authors = result.facets[0].missing;
        for (const FacetValue& value : result.facets[0].values) {
          if (value.value == "Boatman") authors += value.count;
        }
        EXPECT_EQ(authors + 2, result.total);  // a and b have other authors
        ++answers;
      }
    });
  }
  for (int i = 0; i < 40; ++i) {
    archive.add(R"({"id":"boat)" + std::to_string(i % 25) +
                R"(","title":"Boats","authors":["Boatman"],"published":"2024-02-02"})");
    if (i % 5 == 4) archive.remove("boat" + std::to_string(i % 25));
  }
  stop = true;
  readers.clear();
  EXPECT_GT(answers, 8);
}

TEST(Searcher, GivesAMomentWithoutAnOffsetThatOfTheIndexsZone) {
  const TestArchive archive(
      {R"({"id":"a","title":"x","published":"2024-05-15T14:02:00","updated":"2024-06"})"},
      TimeZone("Europe/Kyiv"));
  const Searcher searcher(archive.index());
  const Article article = searcher.search(request({})).hits.at(0).article;
  EXPECT_EQ(to_string(*article.published), "2024-05-15T14:02:00+03:00");
  EXPECT_EQ(to_string(*article.updated), "2024-06");
}

TEST(Searcher, RefusesAFolderWithoutAnIndex) {
  const TempFolder folder;
  EXPECT_THROW(Searcher(IndexFolder(folder / "nothing")), Error);
}

TEST(Searcher, ShowsAnArticleWithTheWordsOfTheQueryMarked) {
  const TestArchive archive = small_archive();
  const Searcher searcher(archive.index());
  const auto article = searcher.article("d", "\"security agreement\" notes");
  ASSERT_TRUE(article);
  ASSERT_EQ(article->paragraphs_html.size(), 1u);
  EXPECT_THAT(article->paragraphs_html[0], HasSubstr("A <mark>security agreement</mark> came"));
  EXPECT_THAT(article->paragraphs_html[0], Not(HasSubstr("The <mark>")));
  EXPECT_EQ(article->title_html, "A <mark>note</mark> without a date");
  EXPECT_FALSE(searcher.article("unknown", ""));
}

TEST(Searcher, CountsTheCopiesThatMayBeSeenAndNamesTheOriginal) {
  const TestArchive archive{R"({"id":"a","title":"Rain","source":"The Paper"})",
                            R"({"id":"b","title":"Rain","story":"a"})",
                            R"({"id":"c","title":"Rain","story":"a"})",
                            R"({"id":"s","title":"Snow","embargo_until":"2024-01-01"})",
                            R"({"id":"t","title":"Snow","story":"s"})"};
  const auto story = [](const Searcher& searcher, const std::string& id) {
    const ArticleResult result = searcher.article(id, "").value();
    std::string text = result.story.original + " " + std::to_string(result.story.copies) + ":";
    for (const Article& other : result.others) text += " " + other.id;
    return text;
  };
  const Searcher searcher(archive.index());
  EXPECT_EQ(story(searcher, "a"), " 2: b c");
  EXPECT_EQ(story(searcher, "b"), "a 2: a c");
  EXPECT_EQ(story(searcher, "t"), "s 1: s");
  for (const Hit& hit : searcher.search(request({{"q", "rain"}})).hits) {
    EXPECT_EQ(hit.story.copies, 2u) << hit.article.id;
  }
}

/// Low numbers are frequent words.
std::string made_up_article(int number, std::mt19937& random) {
  std::string body;
  for (int i = 0; i < 60; ++i) body += "w" + std::to_string(random() % (1 + random() % 500)) + " ";
  return nlohmann::json{{"id", std::to_string(number)},
                        {"title", "w" + std::to_string(random() % 20) + " w1"},
                        {"body", body},
                        {"authors", {"Author " + std::to_string(random() % 300)}},
                        {"tags", {"t" + std::to_string(random() % 50), "all"}},
                        {"published", "2024-01-" + std::to_string(10 + random() % 20)}}
      .dump();
}

/// A search has a helper if there are an analyzer and a handle to spare, and a second processor.
TEST(Searcher, AnswersTheSameWithAHelper) {
  std::mt19937 random(3);
  std::vector<std::string> articles;
  for (int i = 0; i < 3'000; ++i) articles.push_back(made_up_article(i, random));
  TestArchive archive;
  archive.build(articles);
  archive.add_all({made_up_article(7, random), made_up_article(3'001, random)});
  const Searcher alone(archive.index(), {.searches = 1});
  const Searcher helped(archive.index(), {.searches = 4});
  for (const char* q : {"w1", "w0 w3", "\"w1 w2\"", "w1 w2 w40 w77", "w7 -w9", "w1*", "w2 w2000",
                        "w1 author:\"Author 4\"", "w3 tag:t7", ""}) {
    for (const char* sort : {"relevance", "newest"}) {
      const SearchRequest asked = request({{"q", q}, {"sort", sort}, {"page", "2"}});
      SearchResult one = alone.search(asked);
      SearchResult two = helped.search(asked);
      EXPECT_GT(one.total, 0U) << q;
      one.took_ms = two.took_ms = 0;
      EXPECT_EQ(search_json(asked, one), search_json(asked, two)) << q;
    }
  }
}

TEST(Searcher, DoesNotTellOfCopiesUnderEmbargo) {
  const std::string later = tomorrow();
  const TestArchive archive{R"({"id":"a","title":"Rain","embargo_until":")" + later + R"("})",
                            R"({"id":"b","title":"Rain","story":"a"})",
                            R"({"id":"c","title":"Rain","story":"a"})"};
  const ArticleResult seen = Searcher(archive.index()).article("b", "").value();
  EXPECT_EQ(seen.story.original, "");
  EXPECT_EQ(seen.story.copies, 1u);
  ASSERT_EQ(seen.others.size(), 1u);
  EXPECT_EQ(seen.others[0].id, "c");
}

}  // namespace
}  // namespace news

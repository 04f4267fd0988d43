#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "indexer/fold.h"
#include "searchd/searcher.h"
#include "tests/support/soon.h"
#include "tests/support/test_archive.h"
#include "tests/support/tomorrow.h"

/// What is searched where some articles of the base are corrected or removed and others have come.
namespace news {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::string article(const std::string& id, const std::string& title, const std::string& author,
                    const std::string& day, const std::string& body = "Nothing more.") {
  return json{{"id", id},         {"title", title}, {"authors", {author}},
              {"published", day}, {"body", body},   {"language", "en"}}
      .dump();
}

class RecentPart : public testing::Test {
 protected:
  RecentPart() {
    archive_.build({article("rain", "Rain in Kyiv", "Anna Kowalska", "2024-05-01"),
                    article("snow", "Snow in Kyiv", "Anna Kowalska", "2024-05-02"),
                    article("hail", "Hail in Oslo", "Tom Berg", "2024-05-03")});
    archive_.add_all({article("snow", "Sleet in Lviv", "Olha Bondar", "2024-05-02"),
                      article("fog", "Fog in Kyiv", "Tom Berg", "2024-05-04")});
    archive_.remove("hail");
    searcher_.emplace(archive_.index());
  }

  SearchResult search(const Parameters& parameters) const {
    return searcher_->search(parse_search_request(parameters));
  }

  std::vector<std::string> authors(const SearchResult& result) const {
    std::vector<std::string> list;
    for (const FacetResult& facet : result.facets) {
      if (facet.name != "author") continue;
      for (const FacetValue& value : facet.values) {
        list.push_back(value.value + " " + std::to_string(value.count));
      }
    }
    return list;
  }

  TestArchive archive_;
  std::optional<Searcher> searcher_;
};

TEST_F(RecentPart, ACorrectedArticleIsFoundByItsNewWordsAlone) {
  EXPECT_EQ(ids(search({{"q", "snow"}})), "");
  EXPECT_EQ(ids(search({{"q", "sleet"}})), "snow");
  EXPECT_EQ(ids(search({{"q", "\"sleet in lviv\""}})), "snow");
  EXPECT_EQ(search({{"q", "snow"}}).total, 0U);
}

TEST_F(RecentPart, WhatIsRemovedIsFoundNoMore) {
  EXPECT_EQ(search({{"q", "hail"}}).total, 0U);
  EXPECT_FALSE(searcher_->article("hail", ""));
  EXPECT_EQ(searcher_->summary().articles, 3U);
}

TEST_F(RecentPart, CountsAreThoseOfBothParts) {
  const SearchResult all = search({});
  EXPECT_EQ(all.total, 3U);
  EXPECT_THAT(authors(all), UnorderedElementsAre("Anna Kowalska 1", "Olha Bondar 1", "Tom Berg 1"));
  EXPECT_EQ(search({{"q", "kyiv"}}).total, 2U);
  EXPECT_EQ(ids(search({{"q", "kyiv"}, {"author", "Tom Berg"}})), "fog");
}

/// In the base where words stand is a file, in the recent part and in what was folded a value.
TEST_F(RecentPart, PhrasesAreFoundInBothPartsAndAfterAFold) {
  const auto expect_phrases = [](const Searcher& searcher) {
    const auto found = [&](const std::string& q) {
      return ids(searcher.search(parse_search_request({{"q", q}, {"sort", "oldest"}})));
    };
    EXPECT_EQ(found("\"rain in kyiv\""), "rain");
    EXPECT_EQ(found("\"fog in kyiv\""), "fog");
    EXPECT_EQ(found("\"kyiv in\""), "");
    EXPECT_EQ(found("title:\"sleet in lviv\""), "snow");
    EXPECT_EQ(found("kyiv NEAR/2 rain"), "rain");
  };
  expect_phrases(*searcher_);
  fold(archive_.index());
  expect_phrases(Searcher(archive_.index()));
  archive_.add(article("hail", "Hail in Kyiv", "Tom Berg", "2024-05-05"));
  fold(archive_.index());
  EXPECT_EQ(
      ids(Searcher(archive_.index()).search(parse_search_request({{"q", "\"hail in kyiv\""}}))),
      "hail");
  expect_phrases(Searcher(archive_.index()));
}

TEST_F(RecentPart, OrderByDateAndPagesRunThroughBothParts) {
  EXPECT_EQ(ids(search({{"sort", "newest"}})), "fog snow rain");
  EXPECT_EQ(ids(search({{"sort", "oldest"}})), "rain snow fog");
  const SearchResult first = search({{"sort", "newest"}, {"per_page", "2"}});
  EXPECT_EQ(ids(search({{"sort", "newest"}, {"per_page", "2"}, {"cursor", first.next_cursor}})),
            "rain");
}

TEST_F(RecentPart, ArticlesAreShownAsTheyAreNow) {
  const std::optional<ArticleResult> shown = searcher_->article("snow", "");
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->article.title, "Sleet in Lviv");
}

TEST_F(RecentPart, ASearcherFollowsFurtherChangesOfTheBase) {
  archive_.add(article("rain", "Drizzle in Kyiv", "Olha Bondar", "2024-05-01"));
  archive_.add(article("fog", "Mist in Kyiv", "Olha Bondar", "2024-05-04"));
  EXPECT_TRUE(soon([&] { return ids(search({{"q", "mist"}})) == "fog"; }));
  EXPECT_EQ(ids(search({{"q", "drizzle"}})), "rain");
  EXPECT_EQ(search({{"q", "fog"}}).total, 0U);
  EXPECT_EQ(search({{"q", "rain"}}).total, 0U);
  EXPECT_THAT(authors(search({})), ElementsAre("Olha Bondar 3"));
  EXPECT_EQ(authors(search({})), authors(Searcher(archive_.index()).search({})));
}

TEST_F(RecentPart, AnEmbargoedCorrectionHidesTheArticleOfTheBase) {
  json corrected = json::parse(article("rain", "Rain in Kyiv", "Anna Kowalska", "2024-05-01"));
  corrected["embargo_until"] = tomorrow();
  archive_.add(corrected.dump());
  EXPECT_TRUE(soon([&] { return search({{"q", "rain"}}).total == 0; }));
  EXPECT_EQ(search({}).total, 2U);
}

const std::string report =
    "The harbour of the old town was closed on Tuesday morning after a crane fell into the water, "
    "and ships waited outside for hours while divers looked at the bottom. The mayor said that the "
    "quay would be opened again within a week, once engineers had seen the wall from below. "
    "Fishermen "
    "asked for money for the days they lost, and a ferry company moved its boats to the next town. "
    "Nobody was hurt, the police said, because the crane had been empty since the night before.";

TEST(StoriesOfBothParts, AreCountedOnce) {
  TestArchive archive;
  archive.build({article("first", "Crane falls", "A B", "2024-05-01", report),
                 article("second", "Crane falls into harbour", "C D", "2024-05-02", report)});
  archive.add(article("third", "Crane falls again", "E F", "2024-05-03", report));
  const Searcher searcher(archive.index());
  const SearchResult all = searcher.search(parse_search_request({{"q", "crane"}}));
  EXPECT_EQ(all.total, 3U);
  EXPECT_EQ(all.stories, 1U);
}

TEST(StoriesOfBothParts, GetAnotherOriginalWhenThatOfTheBaseIsRemoved) {
  TestArchive archive;
  archive.build({article("first", "Crane falls", "A B", "2024-05-01", report),
                 article("second", "Crane falls into harbour", "C D", "2024-05-02", report)});
  archive.add(article("third", "Crane falls again", "E F", "2024-05-03", report));
  archive.remove("first");
  const Searcher searcher(archive.index());
  const SearchResult all = searcher.search(parse_search_request({{"q", "crane"}}));
  EXPECT_EQ(all.total, 2U);
  EXPECT_EQ(all.stories, 1U);
  const std::optional<ArticleResult> third = searcher.article("third", "");
  ASSERT_TRUE(third);
  EXPECT_EQ(third->article.story, "second");
  EXPECT_EQ(third->others.size(), 1U);
}

}  // namespace
}  // namespace news

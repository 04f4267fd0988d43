#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searchd/dated_stories.h"
#include "searchd/searcher.h"
#include "searchd/snapshot.h"
#include "tests/support/test_archive.h"
#include "tests/support/tomorrow.h"

namespace news {
namespace {

SearchRequest request(const Parameters& parameters) { return parse_search_request(parameters); }

SearchResult search(const Searcher& searcher, Parameters parameters, bool collapse) {
  if (collapse) parameters.emplace_back("collapse", "stories");
  return searcher.search(request(parameters));
}

/// `total stories: ids`.
std::string found(const Searcher& searcher, const Parameters& parameters, bool collapse) {
  const SearchResult result = search(searcher, parameters, collapse);
  return std::to_string(result.total) + " " + std::to_string(result.stories) + ": " + ids(result);
}

/// Two stories of several articles, of which one has lost its original, and an article alone.
TestArchive copied_archive() {
  return TestArchive{
      R"({"id":"a","title":"Rain in Gdansk","body":"Rain fell.","published":"2024-05-01","source":"Paper"})",
      R"({"id":"b","title":"Rain in Gdansk again","body":"Rain, rain fell on rain.","published":"2024-05-02","source":"Wire","story":"a"})",
      R"({"id":"c","title":"Showers","body":"Rain fell.","published":"2024-05-03","source":"Wire","story":"a"})",
      R"({"id":"d","title":"Rain at sea","published":"2024-05-04","source":"Paper","story":"gone"})",
      R"({"id":"e","title":"Rain at sea","published":"2024-05-05","source":"Wire","story":"gone"})",
      R"({"id":"f","title":"Rain at last","published":"2024-05-06","source":"Paper"})"};
}

TEST(Stories, AreCountedBesideArticlesWithAndWithoutCollapse) {
  const TestArchive archive = copied_archive();
  const Searcher searcher(archive.index());
  struct Row {
    Parameters parameters;
    std::string all;
    std::string collapsed;
  };
  const std::vector<Row> table = {
      {{}, "6 3: f e d c b a", "6 3: f e c"},
      {{{"sort", "oldest"}}, "6 3: a b c d e f", "6 3: a d f"},
      {{{"q", "rain"}, {"sort", "newest"}}, "6 3: f e d c b a", "6 3: f e c"},
      {{{"q", "gdansk"}, {"sort", "oldest"}}, "2 1: a b", "2 1: a"},
      // The original does not match, its copies do.
      {{{"source", "Wire"}}, "3 2: e c b", "3 2: e c"},
      {{{"source", "Wire"}, {"sort", "oldest"}}, "3 2: b c e", "3 2: b e"},
      {{{"q", "showers"}}, "1 1: c", "1 1: c"},
      {{{"to", "2024-05-02"}, {"sort", "newest"}}, "2 1: b a", "2 1: b"},
      {{{"q", "snow"}}, "0 0: ", "0 0: "},
  };
  for (const Row& row : table) {
    const std::string what = to_query_string(request(row.parameters));
    EXPECT_EQ(found(searcher, row.parameters, false), row.all) << what;
    EXPECT_EQ(found(searcher, row.parameters, true), row.collapsed) << what;
  }
}

TEST(Stories, AreShownByTheirBestArticleInTheOrderOfRelevance) {
  const TestArchive archive = copied_archive();
  const Searcher searcher(archive.index());
  const SearchResult all = search(searcher, {{"q", "rain"}}, false);
  std::map<std::string, std::string> story = {{"a", "a"}, {"b", "a"}, {"c", "a"},
                                              {"d", "g"}, {"e", "g"}, {"f", "f"}};
  std::string expected;
  std::set<std::string> shown;
  for (const Hit& hit : all.hits) {
    if (!shown.insert(story[hit.article.id]).second) continue;
    expected += (expected.empty() ? "" : " ") + hit.article.id;
  }
  EXPECT_EQ(ids(search(searcher, {{"q", "rain"}}, true)), expected);
}

TEST(Stories, DoNotChangeTheCountsOfFacetsWhenCollapsed) {
  const TestArchive archive = copied_archive();
  const Searcher searcher(archive.index());
  const SearchResult result = search(searcher, {{"q", "rain"}, {"facets", "source"}}, true);
  ASSERT_EQ(result.facets.size(), 1u);
  for (const FacetValue& value : result.facets[0].values) EXPECT_EQ(value.count, 3u);
}

TEST(Stories, OfAnOriginalUnderEmbargoAreCountedByTheirCopies) {
  const TestArchive archive{R"({"id":"a","title":"Rain","embargo_until":")" + tomorrow() + R"("})",
                            R"({"id":"b","title":"Rain","story":"a"})",
                            R"({"id":"c","title":"Rain","story":"a"})"};
  const Searcher searcher(archive.index());
  for (const Parameters& parameters : {Parameters{}, Parameters{{"q", "rain"}}}) {
    const SearchResult result = search(searcher, parameters, true);
    EXPECT_EQ(result.total, 2u);
    EXPECT_EQ(result.stories, 1u);
    ASSERT_EQ(result.hits.size(), 1u);
    EXPECT_EQ(result.hits[0].story.copies, 1u);
    EXPECT_EQ(result.hits[0].story.original, "");
  }
}

TEST(Stories, OfCopiesOfCopiesAndOfThoseThatNameEachOtherAreOne) {
  const TestArchive archive{
      R"({"id":"a","title":"Rain"})", R"({"id":"b","title":"Rain","story":"a"})",
      R"({"id":"c","title":"Rain","story":"b"})", R"({"id":"x","title":"Rain","story":"y"})",
      R"({"id":"y","title":"Rain","story":"x"})"};
  const Searcher searcher(archive.index());
  EXPECT_EQ(found(searcher, {{"sort", "oldest"}}, true), "5 2: a x");
}

/// Articles of random stories, dates and words, the same each time.
class RandomStories : public testing::Test {
 protected:
  static constexpr int articles = 300;

  RandomStories() {
    std::mt19937 random(4);
    IndexWriter writer(archive.index(), archive.index().live(), TimeZone());
    for (int i = 0; i < articles; ++i) {
      Article article;
      article.id = std::to_string(i);
      article.title = random() % 2 == 0 ? "Rain" : "Snow and rain";
      for (std::size_t words = random() % 30; words > 0; --words) {
        article.body += random() % 3 == 0 ? "snow " : "wind ";
      }
      if (random() % 10 != 0) {
        article.published = parse_date("2024-05-" + std::to_string(10 + random() % 20));
      }
      article.source = random() % 2 == 0 ? "Wire" : "Paper";
      const int original = static_cast<int>(random() % 80);
      if (i >= 80 && random() % 2 == 0) article.story = std::to_string(original);
      writer.put(article);
    }
    writer.commit();
    searcher.emplace(archive.index());
    // Some of those that were given none are found to be copies.
    for (int i = 0; i < articles; ++i) story[std::to_string(i)] = original_of(std::to_string(i));
  }

  std::string original_of(std::string id) const {
    for (std::string of = id; !of.empty(); of = searcher->article(id, "")->article.story) id = of;
    return id;
  }

  /// All pages of a search, by number or by cursor.
  std::vector<std::string> all_pages(Parameters parameters, bool by_cursor) const {
    std::vector<std::string> list;
    parameters.emplace_back("per_page", "7");
    SearchRequest next = request(parameters);
    for (;;) {
      const SearchResult result = searcher->search(next);
      for (const Hit& hit : result.hits) list.push_back(hit.article.id);
      if (by_cursor) next.cursor = result.next_cursor;
      if (!by_cursor) ++next.page;
      if (result.hits.empty() || (by_cursor && next.cursor.empty())) return list;
    }
  }

  /// What collapsing must leave of a list in order.
  std::vector<std::string> first_of_each(const std::vector<std::string>& all) const {
    std::vector<std::string> list;
    std::set<std::string> shown;
    for (const std::string& id : all) {
      if (shown.insert(story.at(id)).second) list.push_back(id);
    }
    return list;
  }

  TestArchive archive;
  std::map<std::string, std::string> story;
  std::optional<Searcher> searcher;
};

TEST_F(RandomStories, CollapsedPagesAreThoseOfAllArticlesWithoutLaterOnesOfAStory) {
  for (const std::string q : {"", "rain", "snow wind", "snow OR rain", "rain source:wire"}) {
    for (const std::string sort : {"newest", "oldest", "relevance"}) {
      Parameters parameters = {{"q", q}, {"sort", sort}};
      const std::vector<std::string> expected = first_of_each(all_pages(parameters, false));
      const std::string what = q + " " + sort;
      ASSERT_GT(expected.size(), 20u) << what;
      EXPECT_EQ(search(*searcher, parameters, false).stories, expected.size()) << what;
      parameters.emplace_back("collapse", "stories");
      EXPECT_EQ(searcher->search(request(parameters)).stories, expected.size()) << what;
      EXPECT_EQ(all_pages(parameters, false), expected) << what;
      EXPECT_EQ(all_pages(parameters, true), expected) << what;
    }
  }
}

TEST_F(RandomStories, OfTwoPartsAreThoseOfTheWhole) {
  const Snapshot snapshot(archive.index(), 1, 0);
  const Columns& columns = snapshot.columns();
  for (const Sort sort : {Sort::Newest, Sort::Oldest}) {
    DatedStories whole(columns, true, sort, 30, std::nullopt);
    DatedStories some = whole.another();
    DatedStories others = whole.another();
    for (Xapian::docid id = 1; id < columns.end(); ++id) {
      whole.add(id);
      (id % 3 == 0 ? some : others).add(id);
    }
    some.add(others);
    const std::vector<DateKey> expected = whole.take();
    EXPECT_EQ(expected.size(), 30U);
    EXPECT_EQ(some.take(), expected);
  }
}

TEST_F(RandomStories, AreNoneOnAPageAfterTheLast) {
  for (const std::string sort : {"newest", "oldest", "relevance"}) {
    const SearchResult result =
        search(*searcher, {{"q", "rain"}, {"sort", sort}, {"page", "90"}}, true);
    EXPECT_EQ(ids(result), "") << sort;
    EXPECT_EQ(result.total, 300u) << sort;
    EXPECT_EQ(result.next_cursor, "") << sort;
  }
}

}  // namespace
}  // namespace news

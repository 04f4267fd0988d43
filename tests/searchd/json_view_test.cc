#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "common/text.h"
#include "searchd/views/json.h"
#include "tests/searchd/view_samples.h"

namespace news {
namespace {

using nlohmann::json;

json shown(const SearchRequest& request, const SearchResult& result) {
  return json::parse(search_json(request, result));
}

TEST(SearchJson, HasEveryKeyOfTheContract) {
  EXPECT_EQ(shown(full_request(), full_result()), json::parse(R"({
    "query": {"q": "security", "searched": "security", "ignored": [], "notes": [],
              "filters": {"country": ["UA"]}, "sort": "relevance"},
    "relaxed": null, "total": 25, "stories": 20, "took_ms": 3.46, "revision": 812,
    "hits": [{
      "id": "https://paper.example/2024/a?b=1&c", "url": "https://paper.example/2024/a?b=1&c",
      "title": "Kyiv & Copenhagen sign a security pact",
      "title_html": "Kyiv &amp; Copenhagen sign a <mark>security</mark> pact",
      "standfirst": "Ten years, 19 aircraft.",
      "snippet_html": "… a <mark>security</mark> pact of ten years …",
      "authors": [{"name": "Anna Kowalska", "role": "Correspondent",
                   "bio": "Anna writes about borders.", "url": "https://paper.example/anna"},
                  {"name": "Lars Holm"}],
      "published": "2024-05-15T14:02:00+03:00", "updated": "2024-05-16T08:00:00Z",
      "countries": [{"code": "UA", "name": "Ukraine"}, {"code": "DK", "name": "Denmark"}],
      "section": "World", "source": "The Paper", "language": "uk",
      "tags": ["defence", "treaties"], "story": "first", "copies": 2,
      "missing_words": [], "score": 12.346}],
    "facets": {
      "author": {"values": [{"value": "Anna Kowalska", "count": 12, "selected": false}],
                 "missing": 3, "distinct": 41},
      "country": {"values": [{"value": "UA", "label": "Ukraine", "count": 25, "selected": true},
                             {"value": "DK", "label": "Denmark", "count": 4, "selected": false}],
                  "missing": 0, "distinct": 17},
      "date": {"interval": "month", "timezone": "UTC",
               "buckets": [{"from": "2024-04-01", "to": "2024-04-30", "count": 0},
                           {"from": "2024-05-01", "to": "2024-05-31", "count": 24},
                           {"from": "2024-06-01", "to": "2024-06-30", "count": 1}],
               "missing": 2}},
    "suggestion": null, "offers": [], "cursor": "cursor",
    "links": {"self": "/api/v1/search?q=security&country=UA",
              "next": "/api/v1/search?q=security&country=UA&page=2", "prev": null,
              "html": "/search?q=security&country=UA"}})"));
}

TEST(SearchJson, HasNullForWhatAnArticleLacks) {
  SearchResult result;
  result.hits.emplace_back();
  result.hits[0].article.id = "bare";
  const json hit = shown({}, result)["hits"][0];
  for (const char* key :
       {"url", "published", "updated", "section", "source", "language", "story"}) {
    EXPECT_TRUE(hit[key].is_null()) << key;
  }
  EXPECT_EQ(hit["authors"], json::array());
  EXPECT_EQ(hit["countries"], json::array());
  EXPECT_EQ(hit["tags"], json::array());
}

TEST(SearchJson, PrintsADateAsPreciselyAsItIsKnown) {
  SearchResult result;
  result.hits.resize(1);
  for (const char* date : {"2024", "2024-05", "2024-05-15", "2024-05-15T14:02:00-04:00"}) {
    result.hits[0].article.published = parse_date(date);
    EXPECT_EQ(shown({}, result)["hits"][0]["published"], date);
  }
}

TEST(SearchJson, EchoesEveryKindOfFilter) {
  SearchRequest request;
  request.filters[0].none = {"Anna"};
  request.filters[0].not_missing = true;
  request.filters[2].any = {"World", "Sport"};
  request.filters[2].missing = true;
  request.from = parse_date("2024-05");
  request.to = parse_date("2024");
  const json query = shown(request, {})["query"];
  EXPECT_EQ(query["filters"],
            json::parse(R"({"author": ["!Anna", "!-"], "section": ["World", "Sport", "-"]})"));
  EXPECT_EQ(query["from"], "2024-05");
  EXPECT_EQ(query["to"], "2024");
  EXPECT_EQ(query["sort"], "newest");
}

TEST(SearchJson, TakesAQueryOfAnyBytes) {
  SearchRequest request;
  for (int byte = 0; byte < 256; ++byte) request.q += static_cast<char>(byte);
  const std::string q = shown(request, {})["query"]["q"];
  EXPECT_FALSE(find_invalid_utf8(q));
  EXPECT_THAT(q, testing::HasSubstr("abc"));
}

TEST(SearchJson, LinksToThePagesThatThereAre) {
  const auto links = [](unsigned page, std::uint32_t total, const std::string& cursor) {
    SearchRequest request;
    request.q = "x";
    request.page = page;
    SearchResult result;
    result.total = total;
    result.next_cursor = cursor;
    const json all = shown(request, result)["links"];
    return all["prev"].dump() + " " + all["next"].dump();
  };
  EXPECT_EQ(links(1, 10, ""), "null null");
  EXPECT_EQ(links(1, 11, "c"), R"(null "/api/v1/search?q=x&page=2")");
  EXPECT_EQ(links(2, 30, "c"), R"("/api/v1/search?q=x" "/api/v1/search?q=x&page=3")");
  EXPECT_EQ(links(3, 30, ""), R"("/api/v1/search?q=x&page=2" null)");
  EXPECT_EQ(links(1000, 20'000, "c"),
            R"("/api/v1/search?q=x&page=999" "/api/v1/search?q=x&cursor=c")");
}

TEST(SearchJson, PagesThroughStoriesWhereTheyAreCollapsed) {
  SearchRequest request;
  request.collapse_stories = true;
  SearchResult result;
  result.total = 30;
  result.stories = 11;
  EXPECT_EQ(shown(request, result)["links"]["next"], "/api/v1/search?page=2&collapse=stories");
  EXPECT_EQ(shown(request, result)["query"]["collapse"], "stories");
  request.page = 2;
  EXPECT_EQ(shown(request, result)["links"]["next"], nullptr);
}

TEST(ArticleJson, HasEveryFieldAndWhatWeDoNotKnow) {
  ArticleResult result;
  result.article = full_article();
  result.title_html = "Kyiv &amp; <mark>Copenhagen</mark>";
  result.paragraphs_html = {"The <mark>first</mark> paragraph.", "The second."};
  result.revision = 7;
  result.story = {.original = "first", .copies = 3};
  result.others.emplace_back();
  result.others[0].id = "first";
  result.others[0].title = "The first";
  const json shown = json::parse(article_json(result));
  EXPECT_EQ(shown["body"], "The first paragraph.\n\nThe second.");
  EXPECT_EQ(shown["paragraphs_html"][0], "The <mark>first</mark> paragraph.");
  EXPECT_EQ(shown["first_published"], "2024-05-14");
  EXPECT_EQ(shown["correction"], "An earlier version had another number.");
  EXPECT_EQ(shown["image"]["credit"], "M. Rossi");
  EXPECT_EQ(shown["dateline"], "KYIV");
  EXPECT_EQ(shown["places"], json::parse(R"(["Kyiv", "Jutland"])"));
  EXPECT_EQ(shown["derived"], json::parse(R"(["countries"])"));
  EXPECT_EQ(shown["story"], "first");
  EXPECT_EQ(shown["copies"], 3);
  EXPECT_EQ(shown["others"][0]["id"], "first");
  EXPECT_EQ(shown["others"][0]["title"], "The first");
  EXPECT_EQ(shown["links"]["related"],
            "/api/v1/articles/https%3A%2F%2Fpaper.example%2F2024%2Fa%3Fb%3D1%26c/related");
  EXPECT_EQ(shown["extra"]["desk"]["name"], "foreign");
  EXPECT_EQ(shown["embargo_until"], nullptr);
  EXPECT_EQ(shown["revision"], 7);
  EXPECT_EQ(shown["links"]["html"], "/article/https%3A%2F%2Fpaper.example%2F2024%2Fa%3Fb%3D1%26c");
}

TEST(RelatedJson, ListsArticlesByLikeness) {
  ArticleResult result;
  result.article.id = "a/b";
  result.revision = 7;
  result.related.push_back({full_article(), 0.51234});
  const json shown = json::parse(related_json(result));
  EXPECT_EQ(shown["id"], "a/b");
  EXPECT_EQ(shown["revision"], 7);
  EXPECT_EQ(shown["links"]["article"], "/api/v1/articles/a%2Fb");
  const json& first = shown["articles"][0];
  EXPECT_EQ(first["id"], full_article().id);
  EXPECT_EQ(first["score"], 0.512);
  EXPECT_EQ(first["published"], "2024-05-15T14:02:00+03:00");
  EXPECT_EQ(first.count("body"), 0u);
}

TEST(ProblemJson, NamesTheParameter) {
  EXPECT_EQ(json::parse(problem_json({400, "Bad Request", "page: expected 1", "page"})),
            json::parse(R"({"type": "about:blank", "title": "Bad Request", "status": 400,
                            "detail": "page: expected 1", "parameter": "page"})"));
  EXPECT_EQ(json::parse(problem_json({404, "Not Found", "\xff", ""}))["detail"], "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace news

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "common/text.h"
#include "tests/http/server.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;
using testing::UnorderedElementsAre;

const std::string other_id = "https://paper.example/b/2?x=1&y";

class Http : public HarbourTest {};

TEST_F(Http, SearchAnswersHitsFacetsAndLinks) {
  const auto response = server.get("/api/v1/search?q=harbour");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.get_header_value("Content-Type"), "application/json");
  const json answer = json::parse(response.body);
  EXPECT_EQ(answer["total"], 3);
  EXPECT_THAT(answer["hits"], SizeIs(3));
  EXPECT_EQ(answer["hits"][0]["id"], "a") << "the word is in its headline";
  EXPECT_THAT(std::string(answer["hits"][0]["title_html"]), HasSubstr("<mark>Harbour</mark>"));
  EXPECT_GT(answer["hits"][0]["score"], answer["hits"][1]["score"]);
  EXPECT_EQ(answer["facets"]["author"]["values"][0],
            json::parse(R"({"value": "Anna Müller", "count": 3, "selected": false})"));
  EXPECT_EQ(answer["facets"]["country"]["missing"], 1);
  EXPECT_EQ(answer["facets"]["date"]["missing"], 1);
  EXPECT_EQ(answer["suggestion"], nullptr);
  EXPECT_EQ(answer["links"]["self"], "/api/v1/search?q=harbour");
  EXPECT_GT(answer["revision"], 0);
  EXPECT_GE(answer["took_ms"], 0);
}

TEST_F(Http, SearchUnderstandsItsSyntax) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> table = {
      {"q=strike+harbour", {"a"}},
      {"q=%22harbour+was%22", {other_id, "d"}},
      {"q=title%3Aharbour", {"a"}},
      {"q=strike+OR+polls", {"a", other_id}},
      {"q=harbour+-strike", {other_id, "d"}},
      {"q=elect*", {"a", other_id}},
      {"q=author%3Aholm", {other_id}},
      {"q=H%C3%84user", {"c"}},
  };
  for (const auto& [query, expected] : table) {
    EXPECT_THAT(server.ids(query + "&sort=oldest"), testing::ElementsAreArray(expected)) << query;
  }
}

TEST_F(Http, FiltersMeanOrWithinAFacetAndAndAcross) {
  EXPECT_THAT(server.ids("country=DK&country=DE"), UnorderedElementsAre(other_id, "c"));
  EXPECT_THAT(server.ids("country=PL&section=Business"), UnorderedElementsAre("a", "c"));
  EXPECT_THAT(server.ids("country=PL&country=DK&section=Politics"), ElementsAre(other_id));
  EXPECT_THAT(server.ids("author=-"), ElementsAre("c"));
  EXPECT_THAT(server.ids("author=!Lars+Holm"), UnorderedElementsAre("a", "c", "d"));
}

TEST_F(Http, AChosenFacetIsSelectedAndCountedWithoutItsOwnFilter) {
  const json facets = server.get_json("/api/v1/search?country=DK")["facets"];
  std::set<std::string> values;
  for (const json& value : facets["country"]["values"]) {
    values.insert(std::string(value["value"]) + " " + value["count"].dump() + " " +
                  value["selected"].dump());
  }
  EXPECT_THAT(values, ElementsAre("DE 1 false", "DK 1 true", "PL 2 false"));
  EXPECT_EQ(facets["section"]["values"],
            json::parse(R"([{"value": "Politics", "count": 1, "selected": false}])"));
}

TEST_F(Http, DatesTakePartsAndIncludeBothEnds) {
  EXPECT_THAT(server.ids("from=2023&to=2023"), UnorderedElementsAre("a", other_id));
  EXPECT_THAT(server.ids("from=2023-05"), UnorderedElementsAre(other_id, "c"));
  EXPECT_THAT(server.ids("to=2023-04-01"), ElementsAre("a"));
  EXPECT_THAT(server.ids("from=2023-05-02T08:00:00Z&to=2023-05-02T08:00:00Z"),
              ElementsAre(other_id));
}

TEST_F(Http, SortsByDateBothWays) {
  EXPECT_THAT(server.ids("sort=oldest"), ElementsAre("a", other_id, "c", "d"));
  EXPECT_THAT(server.ids("sort=newest"), ElementsAre("c", other_id, "a", "d"));
  EXPECT_THAT(server.ids(""), ElementsAre("c", other_id, "a", "d")) << "without q, newest";
}

TEST_F(Http, FacetParametersChooseWhatIsCounted) {
  const json facets = server.get_json(
      "/api/v1/search?facets=author,date&facet_size=1&date_interval=year")["facets"];
  EXPECT_EQ(facets.size(), 2U);
  EXPECT_THAT(facets["author"]["values"], SizeIs(1));
  EXPECT_EQ(facets["author"]["distinct"], 2);
  EXPECT_EQ(facets["date"]["interval"], "year");
  EXPECT_EQ(facets["date"]["buckets"],
            json::parse(R"([{"from": "2023-01-01", "to": "2023-12-31", "count": 2},
                            {"from": "2024-01-01", "to": "2024-12-31", "count": 1}])"));
}

TEST_F(Http, AnArticleIsFoundByAnIdThatIsAUrl) {
  const std::string path = "/api/v1/articles/" + percent_encode(other_id);
  const json article = server.get_json(path + "?q=harbour");
  EXPECT_EQ(article["id"], other_id);
  EXPECT_EQ(article["body"], "Voters went to the polls. The harbour was quiet.");
  EXPECT_THAT(article["paragraphs_html"].dump(), HasSubstr("<mark>harbour</mark>"));
  EXPECT_EQ(article["published"], "2023-05-02T10:00:00+02:00");
  EXPECT_EQ(server.get("/article/" + percent_encode(other_id)).status, 200);
  EXPECT_EQ(server.get("/article/https://paper.example/b/2%3Fx=1&y").status, 200)
      << "slashes need no escape";
}

TEST_F(Http, AnArticleHasItsUnknownFields) {
  EXPECT_EQ(server.get_json("/api/v1/articles/c")["extra"]["desk"]["n"], 1);
}

TEST_F(Http, AnArticleNobodyHasIsNotFound) {
  const auto data = server.get("/api/v1/articles/nobody");
  EXPECT_EQ(data.status, 404);
  EXPECT_EQ(data.get_header_value("Content-Type"), "application/problem+json");
  EXPECT_THAT(json::parse(data.body)["detail"].dump(), HasSubstr("nobody"));
  const auto page = server.get("/article/nobody");
  EXPECT_EQ(page.status, 404);
  EXPECT_THAT(page.get_header_value("Content-Type"), StartsWith("text/html"));
}

TEST_F(Http, ThePagesShowWhatTheDataHas) {
  const auto results = server.get("/search?q=harbour&from=&to=");
  EXPECT_EQ(results.status, 200);
  EXPECT_EQ(results.get_header_value("Content-Type"), "text/html; charset=utf-8");
  EXPECT_THAT(results.body, HasSubstr("3 articles"));
  EXPECT_THAT(results.body, HasSubstr("<mark>Harbour</mark> strike in Gdansk"));
  EXPECT_THAT(results.body, HasSubstr("href=\"?q=harbour&amp;country=DK\">Denmark</a> 1"));
  const auto article = server.get("/article/a?q=strike");
  EXPECT_THAT(article.body, HasSubstr("<mark>strike</mark> goes on"));
  EXPECT_THAT(article.body, HasSubstr("Correspondent"));
  EXPECT_THAT(article.body, HasSubstr("Anna writes."));
  const auto home = server.get("/");
  EXPECT_THAT(home.body, HasSubstr("4 articles, 1 April 2023 to 3 January 2024"));
  EXPECT_THAT(home.body, HasSubstr("Hafenarbeiter streiken"));
}

TEST_F(Http, EveryLinkOfThePagesLeadsSomewhere) {
  for (const std::string page : {"/", "/search?q=harbour&country=PL", "/article/a?q=harbour"}) {
    const std::string body = server.get(page).body;
    for (std::size_t i = body.find("href=\""); i != std::string::npos;
         i = body.find("href=\"", i + 1)) {
      std::string link = body.substr(i + 6, body.find('"', i + 6) - i - 6);
      for (std::size_t amp; (amp = link.find("&amp;")) != std::string::npos;)
        link.erase(amp + 1, 4);
      if (link.starts_with('?')) link.insert(0, "/search");
      if (!link.starts_with('/')) continue;
      EXPECT_EQ(server.get(link.substr(0, link.find('#'))).status, 200) << page << " has " << link;
    }
  }
}

TEST_F(Http, HealthAndReadinessAreForTheOperator) {
  EXPECT_EQ(server.get("/healthz").body, "ok\n");
  EXPECT_EQ(server.get("/readyz").status, 200);
}

TEST_F(Http, EveryAnswerHasTheSecurityHeaders) {
  for (const std::string path :
       {"/", "/search?q=x", "/api/v1/search", "/nothing", "/search?page=0"}) {
    const auto response = server.get(path);
    EXPECT_THAT(response.get_header_value("Content-Security-Policy"),
                HasSubstr("default-src 'none'"));
    EXPECT_EQ(response.get_header_value("X-Content-Type-Options"), "nosniff") << path;
    EXPECT_EQ(response.get_header_value("Referrer-Policy"), "same-origin") << path;
  }
}

TEST_F(Http, TheStyleSheetMayBeKeptAndThePagesNot) {
  const std::string page = server.get("/").body;
  const std::size_t begin = page.find("/static/style.css?v=");
  ASSERT_NE(begin, std::string::npos);
  const auto style = server.get(page.substr(begin, page.find('"', begin) - begin));
  EXPECT_EQ(style.status, 200);
  EXPECT_THAT(style.get_header_value("Content-Type"), StartsWith("text/css"));
  EXPECT_THAT(style.get_header_value("Cache-Control"), HasSubstr("immutable"));
  EXPECT_EQ(server.get("/").get_header_value("Cache-Control"), "no-cache");
  EXPECT_EQ(server.get("/static/../main.cc").status, 404);
}

TEST_F(Http, HeadHasTheHeadersOfGetAndNoBody) {
  const auto head = server.send("HEAD", "/search?q=harbour");
  EXPECT_EQ(head.status, 200);
  EXPECT_THAT(head.body, IsEmpty());
  EXPECT_EQ(head.get_header_value("Content-Length"),
            std::to_string(server.get("/search?q=harbour").body.size()));
}

TEST(HttpSample, PagesOfASearchAreOneListWithoutGapsAndKeepTheirCounts) {
  const IndexedArchive archive;
  std::vector<std::string> add{"add"};
  for (const std::string& file : sample_files()) add.push_back(file);
  archive.newsindex(add);
  const RunningServer server(archive);
  for (const std::string query :
       {"q=the", "q=ukraine", "sort=oldest", "q=strike+OR+election&sort=newest"}) {
    std::string next = "/api/v1/search?per_page=7&" + query;
    std::set<std::string> seen;
    json counts;
    std::size_t total = 0;
    while (!next.empty()) {
      const json answer = server.get_json(next);
      if (counts.is_null()) counts = answer["facets"];
      EXPECT_EQ(answer["facets"], counts) << next;
      total = answer["total"];
      for (const json& hit : answer["hits"])
        EXPECT_TRUE(seen.insert(hit["id"]).second) << hit["id"];
      next = answer["links"]["next"].is_null() ? "" : std::string(answer["links"]["next"]);
    }
    EXPECT_EQ(seen.size(), total) << query;
    EXPECT_GT(total, 7U) << query;
  }
}

TEST(HttpSample, AResultsPageStaysUnder30Kilobytes) {
  const IndexedArchive archive;
  std::vector<std::string> add{"add"};
  for (const std::string& file : sample_files()) add.push_back(file);
  archive.newsindex(add);
  const RunningServer server(archive);
  const std::string page = server.get("/search?q=year").body;
  EXPECT_THAT(page, HasSubstr("start=\"1\""));
  EXPECT_LT(page.size() + server.get("/static/style.css").body.size(), 30'000U);
}

TEST_F(Http, AnswersAreCompressedByGzipForThoseWhoTakeIt) {
  for (const char* path :
       {"/", "/search?q=harbour", "/api/v1/search?q=harbour", "/article/a", "/static/style.css"}) {
    const auto plain = server.get(path);
    EXPECT_EQ(plain.get_header_value("Content-Encoding"), "") << path;
    for (int again = 0; again < 2; ++again) {
      const auto zipped = server.send("GET", path, {}, {{"Accept-Encoding", "br, gzip, deflate"}});
      EXPECT_EQ(zipped.get_header_value("Content-Encoding"), "gzip") << path;
      EXPECT_EQ(zipped.get_header_value("Vary"), "Accept-Encoding") << path;
      EXPECT_EQ(zipped.get_header_value("Content-Type"), plain.get_header_value("Content-Type"));
      EXPECT_LT(std::stoul(zipped.get_header_value("Content-Length")), plain.body.size()) << path;
      if (plain.get_header_value("Content-Type") == "application/json") {
        json expected = json::parse(plain.body);
        expected["took_ms"] = json::parse(zipped.body)["took_ms"];
        EXPECT_EQ(json::parse(zipped.body), expected);
      } else {
        EXPECT_EQ(zipped.body, plain.body) << path;
      }
    }
  }
  const auto forged = server.send("GET", "/search?q=harbour", {}, {{"X-May-Compress", "gzip"}});
  EXPECT_EQ(forged.get_header_value("Content-Encoding"), "");
}

TEST(HttpHostile, NothingOfAnArticleBreaksOutOfPagesOrData) {
  const std::string evil = R"("'><script>alert('1')</script>&amp;{{{q}}})";
  json article = {{"id", evil},
                  {"url", "https://e.example/\"><script>"},
                  {"title", evil + " harbour"},
                  {"body", "harbour " + evil},
                  {"tags", {evil}},
                  {"</script>", "<script>"}};
  for (const char* field : {"standfirst", "section", "source", "dateline", "correction"}) {
    article[field] = evil;
  }
  article["authors"] = json::array(
      {{{"name", evil}, {"role", evil}, {"bio", evil}, {"url", "javascript:alert(1)"}}});
  article["image"] = {{"url", "javascript:alert(1)"}, {"caption", evil}, {"credit", evil}};
  const IndexedArchive archive({article.dump()});
  const RunningServer server(archive);
  const json answer = server.get_json("/api/v1/search?q=harbour");
  ASSERT_EQ(answer["total"], 1);
  const std::string id = answer["hits"][0]["id"];
  EXPECT_THAT(id, HasSubstr("<script>"));
  EXPECT_THAT(std::string(answer["hits"][0]["title_html"]), Not(HasSubstr("<script")));
  EXPECT_THAT(std::string(answer["hits"][0]["snippet_html"]), Not(HasSubstr("<script")));
  const std::string script = "%22%3E%3Cscript%3Ealert('1')%3C/script%3E";
  for (const std::string& path :
       {std::string("/"), std::string("/search?q=harbour"), "/search?q=" + script,
        "/search?tag=" + script, "/search?" + script + "=1", "/search?page=" + script,
        "/article/" + script, "/" + script, "/article/" + percent_encode(id) + "?q=harbour"}) {
    const std::string page = server.get(path).body;
    EXPECT_THAT(page, Not(HasSubstr("<script>"))) << path;
    EXPECT_THAT(page, Not(HasSubstr("\"javascript:"))) << path;
    EXPECT_THAT(page, Not(HasSubstr("alert('1')"))) << path;
  }
}

}  // namespace
}  // namespace news

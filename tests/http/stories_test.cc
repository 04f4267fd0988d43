#include <gmock/gmock.h>

#include "common/text.h"
#include "tests/http/server.h"
#include "tests/support/tomorrow.h"

namespace news {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A text long enough for newsindex to find its copies.
std::string long_text(const std::string& word) {
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += "The " + word + " of harbour " + std::to_string(i * 7919 % 1000) +
            " met the dockers of pier " + std::to_string(i) + ". ";
  }
  return text;
}

std::string article(const std::string& id, const std::string& title, const std::string& body,
                    const std::string& published) {
  return json({{"id", id}, {"title", title}, {"body", body}, {"published", published}}).dump();
}

/// A strike, two copies of its report that newsindex finds by itself, and what came of it.
std::vector<std::string> strike_articles() {
  const std::string text = long_text("strike");
  return {article("strike", "Harbour strike in Gdansk", text, "2024-05-10"),
          article("wire", "Harbour strike in Gdansk", text + "From the wire.", "2024-05-11"),
          article("late", "Harbour strike in Gdansk", text + "Reported later.", "2024-05-12"),
          article("end", "Gdansk dockers end harbour strike", "The strike is over.", "2024-05-14"),
          article("https://paper.example/related", "Cricket", "England win.", "2024-05-10")};
}

class HttpStories : public testing::Test {
 protected:
  IndexedArchive archive{strike_articles()};
  RunningServer server{archive};
};

TEST_F(HttpStories, AreCountedInEveryAnswerAndCollapsedOnDemand) {
  const json all = server.get_json("/api/v1/search?q=strike");
  EXPECT_EQ(all["total"], 4);
  EXPECT_EQ(all["stories"], 2);
  EXPECT_EQ(all["hits"].size(), 4u);
  const json collapsed = server.get_json("/api/v1/search?q=strike&collapse=stories");
  EXPECT_EQ(collapsed["total"], 4);
  EXPECT_EQ(collapsed["stories"], 2);
  EXPECT_EQ(collapsed["hits"].size(), 2u);
  EXPECT_EQ(collapsed["facets"], all["facets"]);
  EXPECT_EQ(collapsed["query"]["collapse"], "stories");
  for (const json& hit : collapsed["hits"]) {
    EXPECT_EQ(hit["copies"], hit["id"] == "end" ? 0 : 2) << hit["id"];
  }
}

TEST_F(HttpStories, KeepThePlaceOfTheirFirstArticleWhilePaging) {
  EXPECT_THAT(server.ids("collapse=stories&sort=oldest"),
              ElementsAre("strike", "https://paper.example/related", "end"));
  EXPECT_THAT(server.ids("collapse=stories&sort=newest"),
              ElementsAre("end", "late", "https://paper.example/related"));
  std::vector<std::string> ids;
  std::string link = "/api/v1/search?q=strike&collapse=stories&sort=newest&per_page=1";
  while (!link.empty()) {
    const json answer = server.get_json(link);
    for (const json& hit : answer["hits"]) ids.push_back(hit["id"]);
    link = answer["links"]["next"].is_null() ? "" : std::string(answer["links"]["next"]);
  }
  EXPECT_THAT(ids, ElementsAre("end", "late"));
  EXPECT_THAT(server.ids("q=strike&collapse=stories&page=50"), IsEmpty());
}

TEST_F(HttpStories, AreListedWithAnArticle) {
  const json shown = server.get_json("/api/v1/articles/late");
  EXPECT_EQ(shown["story"], "strike");
  std::vector<std::string> ids;
  for (const json& other : shown["others"]) ids.push_back(other["id"]);
  EXPECT_THAT(ids, ElementsAre("strike", "wire"));
  EXPECT_THAT(server.get_json("/api/v1/articles/end")["others"], IsEmpty());
}

TEST_F(HttpStories, OnThePageHaveACountASwitchAndALinkToTheirCopies) {
  const std::string all = server.get("/search?q=strike").body;
  EXPECT_THAT(all, AllOf(HasSubstr("4 articles, 2 stories"),
                         HasSubstr("href=\"?q=strike&amp;collapse=stories\">One article a story<"),
                         HasSubstr("#story\">2 copies</a>")));
  const std::string collapsed = server.get("/search?q=strike&collapse=stories").body;
  EXPECT_THAT(collapsed, AllOf(HasSubstr("4 articles, 2 stories"),
                               HasSubstr("href=\"?q=strike\">Show all articles<")));
  EXPECT_THAT(server.get("/search?q=cricket").body, Not(HasSubstr("One article a story")));
  EXPECT_THAT(server.get("/article/late").body, HasSubstr("id=\"story\""));
}

TEST_F(HttpStories, CollapseTakesNothingButStories) {
  const auto response = server.get("/api/v1/search?collapse=all");
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(json::parse(response.body)["parameter"], "collapse");
}

TEST_F(HttpStories, RelatedArticlesAreOfOtherStories) {
  const auto response = server.get("/api/v1/articles/strike/related");
  EXPECT_EQ(response.status, 200);
  const json answer = json::parse(response.body);
  EXPECT_EQ(answer["id"], "strike");
  ASSERT_EQ(answer["articles"].size(), 1u);
  EXPECT_EQ(answer["articles"][0]["id"], "end");
  EXPECT_EQ(server.get("/api/v1/articles/strike/related").body, response.body);
  EXPECT_THAT(server.get("/article/strike").body,
              AllOf(HasSubstr("id=\"related\""), HasSubstr("Gdansk dockers end harbour strike")));
}

TEST_F(HttpStories, RelatedArticlesOfAnUnknownOneAreNotFound) {
  for (const std::string path : {"nobody/related", "/related", "related", "strike/related/more"}) {
    const auto response = server.get("/api/v1/articles/" + path);
    EXPECT_EQ(response.status, 404) << path;
    EXPECT_EQ(response.get_header_value("Content-Type"), "application/problem+json") << path;
  }
  EXPECT_EQ(server.get("/api/v1/articles/strike/related?page=2").status, 400);
}

TEST_F(HttpStories, AnIdThatEndsInRelatedIsAnArticle) {
  const std::string id = "https://paper.example/related";
  const std::string path = "/api/v1/articles/" + percent_encode(id);
  EXPECT_EQ(server.get_json(path)["title"], "Cricket");
  EXPECT_EQ(server.get_json(path + "/related")["id"], id);
}

TEST_F(HttpStories, RelatedArticlesUnderEmbargoAreSeenByNobody) {
  archive.add({R"({"id":"secret","title":"Harbour strike in Gdansk: dockers win",)"
               R"("published":"2024-05-10","embargo_until":")" +
               tomorrow() + R"("})"});
  ASSERT_TRUE(within_a_second([&] { return server.get_json("/api/v1/search")["revision"] > 1; }));
  EXPECT_THAT(server.get("/api/v1/articles/strike/related").body, Not(HasSubstr("secret")));
  EXPECT_EQ(server.get("/api/v1/articles/secret/related").status, 404);
}

}  // namespace
}  // namespace news

#include <gmock/gmock.h>

#include "common/text.h"
#include "tests/http/server.h"
#include "tests/support/tomorrow.h"

namespace news {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class HttpSuggest : public HarbourTest {};

TEST_F(HttpSuggest, AnswersCompletions) {
  const auto response = server.get("/api/v1/suggest?q=mull");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.get_header_value("Content-Type"), "application/json");
  EXPECT_EQ(json::parse(response.body), json::parse(R"({"q": "mull", "completions": [
      {"text": "Anna Müller", "kind": "author", "count": 3, "q": "author:\"Anna Müller\""}]})"));
  EXPECT_THAT(server.get_json("/api/v1/suggest?q=")["completions"], IsEmpty());
  EXPECT_THAT(server.get_json("/api/v1/suggest")["completions"], IsEmpty());
  EXPECT_EQ(server.get("/api/v1/suggest?q=%FF%00%C3").status, 200);
  EXPECT_EQ(server.get("/api/v1/suggest?q=" + std::string(7000, 'a')).status, 200);
  const auto unknown = server.get("/api/v1/suggest?size=3");
  EXPECT_EQ(unknown.status, 400);
  EXPECT_EQ(json::parse(unknown.body)["parameter"], "size");
}

TEST_F(HttpSuggest, CompletionsOfAnEmbargoedArticleComeWithItsMoment) {
  const std::string title = R"({"id":"e","title":"Zeppelin over Lviv","embargo_until":")";
  archive.add({title + tomorrow() + "\"}"});
  EXPECT_FALSE(within_a_second(
      [&] { return !server.get_json("/api/v1/suggest?q=zepp")["completions"].empty(); }));
  archive.add({title + "2020-01-01T00:00:00Z\"}"});
  EXPECT_TRUE(within_a_second(
      [&] { return !server.get_json("/api/v1/suggest?q=zepp")["completions"].empty(); }));
}

TEST_F(HttpSuggest, SuggestsWhatWasMeantAsDataAndAsALink) {
  const json answer = server.get_json("/api/v1/search?q=harbuor&language=en");
  EXPECT_EQ(answer["total"], 0);
  EXPECT_EQ(answer["suggestion"]["q"], "harbour");
  EXPECT_EQ(answer["suggestion"]["total"], 3);
  const std::string link = answer["suggestion"]["link"];
  EXPECT_EQ(link, "/api/v1/search?q=harbour&language=en");
  EXPECT_EQ(server.get_json(link)["total"], 3);
  EXPECT_THAT(server.get("/search?q=harbuor&language=en").body,
              HasSubstr("Did you mean <a href=\"?q=harbour&amp;language=en\">harbour</a>? (3)"));
  EXPECT_EQ(server.get_json("/api/v1/search?q=%22harbuor%22")["suggestion"], nullptr);
  EXPECT_THAT(server.get("/search?q=harbour").body, Not(HasSubstr("Did you mean")));
}

TEST_F(HttpSuggest, OffersADateInWordsAsAFilter) {
  const json answer = server.get_json("/api/v1/search?q=harbour+May+2023");
  EXPECT_EQ(answer["query"]["searched"], "harbour May 2023") << "it is not forced";
  EXPECT_EQ(answer["offers"], json::parse(R"([{"label": "May 2023", "from": "2023-05",
      "to": "2023-05", "q": "harbour", "total": 1,
      "link": "/api/v1/search?q=harbour&from=2023-05&to=2023-05"}])"));
  EXPECT_EQ(server.get_json(answer["offers"][0]["link"])["total"], 1);
  EXPECT_THAT(server.get("/search?q=harbour+May+2023").body,
              HasSubstr("href=\"?q=harbour&amp;from=2023-05&amp;to=2023-05\">harbour, May 2023</a> "
                        "(1)"));
  EXPECT_THAT(server.get_json("/api/v1/search?q=harbour+May+1999")["offers"], IsEmpty())
      << "it would find nothing";
  EXPECT_THAT(server.get_json("/api/v1/search?q=harbour+May+2023&from=2023")["offers"], IsEmpty())
      << "dates are chosen already";
  EXPECT_THAT(server.get_json("/api/v1/search?q=2023..2024")["offers"], SizeIs(1));
}

TEST_F(HttpSuggest, FindsPastedIdsAndAddresses) {
  const std::string address = "https://paper.example/b/2?x=1&y";
  EXPECT_EQ(server.ids("q=" + percent_encode(address)), std::vector{address});
  EXPECT_EQ(server.ids("q=" + percent_encode("see: (" + address + ").")).size(), 0U)
      << "beside other words all have to hold";
  EXPECT_EQ(server.ids("q=" + percent_encode("(" + address + ").")), std::vector{address});
  EXPECT_THAT(
      server.get_json("/api/v1/search?q=https://paper.example/none")["query"]["notes"].dump(),
      HasSubstr("no article here has this address"));
}

TEST_F(HttpSuggest, TheScriptIsServedAsOneAndIsSmall) {
  const std::string page = server.get("/").body;
  const std::size_t begin = page.find("/static/complete.js?v=");
  ASSERT_NE(begin, std::string::npos);
  const auto script = server.get(page.substr(begin, page.find('"', begin) - begin));
  EXPECT_EQ(script.status, 200);
  EXPECT_EQ(script.get_header_value("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_LT(script.body.size(), 3000U);
  EXPECT_THAT(script.get_header_value("Content-Security-Policy"),
              HasSubstr("script-src 'self'; connect-src 'self'"));
}

}  // namespace
}  // namespace news

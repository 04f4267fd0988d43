#include <gmock/gmock.h>

#include <random>

#include "common/text.h"
#include "tests/http/server.h"

namespace news {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

class BadRequests : public testing::Test {
 protected:
  void TearDown() override { EXPECT_EQ(server.get("/healthz").status, 200) << "it lives on"; }

  IndexedArchive archive{harbour_articles()};
  RunningServer server{archive};
};

TEST_F(BadRequests, AreAnsweredByAProblemThatNamesTheParameter) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"page=0", "page"},
      {"page=1000000000000", "page"},
      {"page=99999999999999999999999", "page"},
      {"page=-1", "page"},
      {"page=two", "page"},
      {"per_page=101", "per_page"},
      {"per_page=0", "per_page"},
      {"from=yesterday", "from"},
      {"to=2024-02-30", "to"},
      {"sort=best", "sort"},
      {"facets=writer", "facets"},
      {"facet_size=1001", "facet_size"},
      {"date_interval=hour", "date_interval"},
      {"cursor=garbage", "cursor"},
      {"country=%FF", "country"},
      {"q=%zz", "q"},
      {"q=a%", "q"},
      {"tag=%4", "tag"},
  };
  for (const auto& [query, parameter] : table) {
    const auto response = server.get("/api/v1/search?" + query);
    EXPECT_EQ(response.status, 400) << query;
    EXPECT_EQ(response.get_header_value("Content-Type"), "application/problem+json") << query;
    const json problem = json::parse(response.body);
    EXPECT_EQ(problem["parameter"], parameter) << query;
    EXPECT_EQ(problem["status"], 400) << query;
    const std::string detail = problem["detail"];
    EXPECT_THAT(detail, AnyOf(HasSubstr("expected"), HasSubstr("has no day"))) << query;
    const auto page = server.get("/search?" + query);
    EXPECT_EQ(page.status, 400) << query;
    EXPECT_THAT(page.get_header_value("Content-Type"), StartsWith("text/html")) << query;
    EXPECT_THAT(page.body, HasSubstr(escape_html(detail).substr(0, 20))) << query;
  }
}

TEST_F(BadRequests, AnUnknownParameterNamesTheNearest) {
  const json problem = server.get_json("/api/v1/search?contry=UA");
  EXPECT_EQ(problem["status"], 400);
  EXPECT_EQ(problem["parameter"], "contry");
  EXPECT_THAT(std::string(problem["detail"]), HasSubstr("country"));
  EXPECT_EQ(server.get("/api/v1/articles/a?page=2").status, 400);
}

TEST_F(BadRequests, APathWithABadEscapeIsRefused) {
  EXPECT_EQ(server.get("/api/v1/articles/%zz").status, 400);
  EXPECT_THAT(server.get("/article/%").body, HasSubstr("percent escape"));
}

TEST_F(BadRequests, AQueryOfAnyBytesIsAnswered) {
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i) {
    std::string q(random() % 60, '\0');
    for (char& c : q) c = static_cast<char>(random() % 256);
    for (const std::string path : {"/api/v1/search?q=", "/search?q=", "/article/a?q="}) {
      const auto response = server.get(path + percent_encode(q));
      EXPECT_EQ(response.status, 200) << path << percent_encode(q);
      EXPECT_FALSE(find_invalid_utf8(response.body)) << path << percent_encode(q);
    }
  }
}

TEST_F(BadRequests, AQueryInOperatorsAloneIsAnswered) {
  for (const std::string q :
       {"AND", "OR+OR", "NOT", "((((", "))))", "%22", "*", "a*", "-", "%2B",
        "title:", "before:", "NEAR/5", "a+NEAR/999999999999+b", "has:nothing", "%00"}) {
    EXPECT_EQ(server.get("/api/v1/search?q=" + q).status, 200) << q;
    EXPECT_EQ(server.get("/search?q=" + q).status, 200) << q;
  }
}

TEST_F(BadRequests, AMegabyteOfQueryIsTooLong) {
  for (const std::size_t size : {std::size_t(8'100), std::size_t(9'000), std::size_t(60'000),
                                 std::size_t(70'000), std::size_t(1'000'000)}) {
    const std::string answer = server.send_raw(
        "GET /search?q=" + std::string(size, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 2000);
    EXPECT_THAT(answer, MatchesRegex("HTTP/1.1 (414|400|200)(.|\n|\r)*")) << size;
    if (size > 9'000) {
      EXPECT_THAT(answer, HasSubstr("too long")) << size;
    }
  }
}

TEST_F(BadRequests, AHeaderWithoutAnEndIsCutOff) {
  const std::string answer =
      server.send_raw("GET / HTTP/1.1\r\nX: " + std::string(300'000, 'a'), 2000);
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 400"));
}

TEST_F(BadRequests, OtherMethodsAreNotAllowed) {
  for (const std::string method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
    for (const std::string path : {"/api/v1/search", "/search", "/nothing"}) {
      const auto response = server.send(method, path);
      EXPECT_EQ(response.status, 405) << method << path;
      EXPECT_EQ(response.get_header_value("Allow"), "GET, HEAD") << method << path;
    }
  }
  EXPECT_EQ(json::parse(server.send("POST", "/api/v1/search", "{}").body)["status"], 405);
}

TEST_F(BadRequests, ABodyIsRefusedAndNeverTakenForARequest) {
  const std::string smuggled = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const std::string& head :
       {"GET /search HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(smuggled.size()) +
            "\r\n\r\n",
        std::string("GET /search HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"),
        "POST /search HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\nContent-Length: " +
            std::to_string(smuggled.size()) + "\r\n\r\n"}) {
    const std::string answer = server.send_raw(head + smuggled);
    EXPECT_THAT(answer, MatchesRegex("HTTP/1.1 4(05|13)(.|\n|\r)*")) << head;
    EXPECT_THAT(answer, HasSubstr("Connection: close")) << head;
    EXPECT_EQ(answer.find("HTTP/1.1", 1), std::string::npos) << head;
  }
  const std::string large(20'000'000, 'x');
  EXPECT_THAT(server.send_raw(
                  "POST /search HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n\r\n" + large),
              AnyOf(IsEmpty(), StartsWith("HTTP/1.1 405")));
}

TEST_F(BadRequests, ARangeIsIgnored) {
  for (const std::string range : {"bytes=0-5", "bytes=0-0,1-1,2-2,3-3", "bytes=-5"}) {
    const auto response = server.send("GET", "/search", {}, {{"Range", range}});
    EXPECT_EQ(response.status, 200) << range;
    EXPECT_THAT(response.body, HasSubstr("</html>")) << range;
  }
  EXPECT_LT(server.send("GET", "/search", {}, {{"Range", "bytes=x"}}).status, 500);
}

TEST_F(BadRequests, GarbageOnTheSocketIsNotAnsweredByAnErrorOfOurs) {
  std::mt19937 random(2);
  for (int i = 0; i < 30; ++i) {
    std::string bytes(200, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    bytes += "\r\n\r\n";
    EXPECT_THAT(server.send_raw(bytes, 1000), MatchesRegex("(HTTP/1.1 4(.|\n|\r)*)?"));
  }
  for (const std::string line : {"GET", "GET /", "FOO / HTTP/1.1", "GET / HTTP/9.9",
                                 "GET nowhere HTTP/1.1", "\x16\x03\x01 / HTTP/1.1"}) {
    EXPECT_THAT(server.send_raw(line + "\r\n\r\n", 1000), StartsWith("HTTP/1.1 4")) << line;
  }
}

TEST_F(BadRequests, AnErrorNamesNothingOfTheInside) {
  for (const std::string path : {"/nothing", "/api/nothing", "/search?page=0", "/article/x"}) {
    const auto response = server.get(path);
    EXPECT_FALSE(response.has_header("EXCEPTION_WHAT"));
    EXPECT_THAT(response.body, Not(HasSubstr("Xapian"))) << path;
    EXPECT_THAT(response.body, Not(HasSubstr(archive.index()))) << path;
  }
}

}  // namespace
}  // namespace news

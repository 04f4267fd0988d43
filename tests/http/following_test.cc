#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>

#include "tests/http/server.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string article(const std::string& id, const std::string& title) {
  return R"({"id":")" + id + R"(","title":")" + title +
         R"(","body":"Text.","published":"2024-01-01"})";
}

TEST(Following, AddedCorrectedAndRemovedArticlesAreEachSeenWithinASecond) {
  const IndexedArchive archive(harbour_articles());
  const RunningServer server(archive);
  ASSERT_THAT(server.ids("q=zeppelin"), IsEmpty());

  archive.add({article("new", "A zeppelin over Lviv")});
  EXPECT_TRUE(within_a_second([&] { return server.ids("q=zeppelin").size() == 1; }));
  EXPECT_EQ(server.get_json("/api/v1/search")["total"], 5);

  archive.add({article("new", "A balloon over Lviv")});
  EXPECT_TRUE(within_a_second([&] { return server.ids("q=balloon").size() == 1; }));
  EXPECT_THAT(server.ids("q=zeppelin"), IsEmpty());
  EXPECT_EQ(server.get_json("/api/v1/search")["total"], 5);

  archive.remove("new");
  EXPECT_TRUE(within_a_second([&] { return server.get("/article/new").status == 404; }));
  EXPECT_THAT(server.ids("q=balloon"), IsEmpty());
  EXPECT_EQ(server.get_json("/api/v1/search")["total"], 4);
}

TEST(Following, ARebuildIsSwitchedToWhileEveryRequestIsAnswered) {
  const IndexedArchive archive(harbour_articles());
  const RunningServer server(archive);
  std::atomic<bool> done = false;
  std::atomic<int> answered = 0;
  std::atomic<int> failed = 0;
  std::thread reader([&] {
    while (!done) {
      const auto response = server.get("/api/v1/search?q=harbour");
      const json answer = json::parse(response.body);
      // One revision as a whole: three articles before, one after.
      const bool whole = answer["total"] == answer["hits"].size() &&
                         (answer["total"] == 3 || answer["total"] == 1);
      (response.status == 200 && whole ? answered : failed) += 1;
    }
  });
  const auto revision = server.get_json("/api/v1/search")["revision"].get<std::uint64_t>();
  archive.rebuild({article("only", "The harbour alone")});
  EXPECT_TRUE(within_a_second([&] { return server.ids("q=harbour").size() == 1; }));
  done = true;
  reader.join();
  EXPECT_EQ(failed, 0);
  EXPECT_GT(answered, 0);
  EXPECT_GT(server.get_json("/api/v1/search")["revision"].get<std::uint64_t>(), revision);
  EXPECT_EQ(server.get("/readyz").status, 200);
}

TEST(Following, AnEmbargoedArticleIsSeenByNobodyBeforeItsTime) {
  const std::time_t ends = std::time(nullptr) + 3;
  char until[32];
  std::strftime(until, sizeof until, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&ends));
  const IndexedArchive archive(
      {R"({"id":"secret","title":"A merger is agreed","authors":["Ann Hush"],"embargo_until":")" +
       std::string(until) + R"("})"});
  const RunningServer server(archive);
  if (std::time(nullptr) < ends) {
    const json answer = server.get_json("/api/v1/search?q=merger");
    const int article_status = server.get("/api/v1/articles/secret").status;
    const std::string home = server.get("/").body;
    if (std::time(nullptr) < ends) {  // or this machine was too slow to look in time
      EXPECT_EQ(answer["total"], 0);
      EXPECT_THAT(answer["facets"]["author"]["values"], IsEmpty());
      EXPECT_EQ(article_status, 404);
      EXPECT_THAT(home, HasSubstr("no articles"));
    }
  }
  while (std::time(nullptr) < ends) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_TRUE(within_a_second([&] { return server.ids("q=merger").size() == 1; }));
  EXPECT_EQ(server.get("/article/secret").status, 200);
}

}  // namespace
}  // namespace news

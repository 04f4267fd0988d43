#include "searchd/site.h"

#include <gtest/gtest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <string>

#include "common/date.h"
#include "searchd/views/json.h"
#include "tests/support/soon.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using nlohmann::json;

constexpr std::size_t some_bytes = 1 << 20;

Instant moment(const std::string& text) {
  return first_instant(parse_date(text).value(), TimeZone());
}

/// A site whose clock the test sets.
class SiteTest : public testing::Test {
 protected:
  SiteTest()
      : archive{{R"({"id":"a","title":"Rain in Gdansk","published":"2024-05-14T08:00:00Z"})",
                 R"({"id":"b","title":"Rain in Elda","published":"2024-05-15T22:30:00Z"})"},
                TimeZone("Europe/Warsaw")} {}

  json get(const std::string& target) const { return json::parse(site.get(target, false).body); }
  int total(const std::string& query) const { return get("/api/v1/search?" + query)["total"]; }
  /// Whether the answer to the second is at hand after the first. A vocabulary that is loaded in
  /// between may make it another one, but not twice.
  bool is_kept(const std::string& first, const std::string& second) const {
    for (int attempt = 0; attempt < 2; ++attempt) {
      const Site fresh(searcher, "News", some_bytes);
      fresh.get(first, false);
      const std::size_t bytes = fresh.cache().bytes();
      fresh.get(second, false);
      if (bytes > 0 && fresh.cache().bytes() == bytes) return true;
    }
    return false;
  }

  TestArchive archive;
  std::atomic<Instant> now = moment("2024-05-16T12:00:00Z");
  Searcher searcher{archive.index(), {.clock = [this] { return now.load(); }}};
  Site site{searcher, "News", some_bytes};
};

TEST_F(SiteTest, KeepsAnswersToSearches) {
  for (const char* target : {"/", "/search?q=rain", "/api/v1/search?q=rain"}) {
    EXPECT_TRUE(is_kept(target, target)) << target;
  }
  EXPECT_FALSE(is_kept("/api/v1/search?q=rain", "/api/v1/search?q=gdansk"));
}

TEST_F(SiteTest, KnowsARequestHoweverItIsWritten) {
  EXPECT_TRUE(
      is_kept("/api/v1/search?q=rain&page=1&sort=newest", "/api/v1/search?sort=newest&q=ra%69n"));
}

TEST_F(SiteTest, AKeptAnswerIsTheSameButForItsTime) {
  const Site none(searcher, "News", 0);
  for (const char* target : {"/", "/search?q=rain", "/api/v1/search?q=rain",
                             "/api/v1/search?q=%22took_ms%22%3A1%2C&per_page=1"}) {
    site.get(target, false);
    std::string kept = site.get(target, false).body;
    std::string made = none.get(target, false).body;
    for (std::string* text : {&kept, &made}) {
      const std::string_view time = find_took_ms(*text);
      if (!time.empty())
        text->replace(static_cast<std::size_t>(time.data() - text->data()), time.size(), "0");
    }
    EXPECT_EQ(kept, made) << target;
  }
}

TEST_F(SiteTest, KeepsNoErrors) {
  EXPECT_EQ(site.get("/api/v1/search?page=0", false).status, 400);
  EXPECT_EQ(site.cache().bytes(), 0u);
}

TEST_F(SiteTest, KeepsNothingWithoutACache) {
  const Site none(searcher, "News", 0);
  none.get("/api/v1/search?q=rain", false);
  EXPECT_EQ(none.cache().bytes(), 0u);
}

TEST_F(SiteTest, NothingIsKeptBeyondACommit) {
  ASSERT_EQ(total("q=rain"), 2);
  archive.add(R"({"id":"c","title":"Rain again"})");
  EXPECT_TRUE(soon([&] { return total("q=rain") == 3; }, std::chrono::seconds(5)));
  archive.remove("c");
  EXPECT_TRUE(soon([&] { return total("q=rain") == 2; }, std::chrono::seconds(5)));
}

TEST_F(SiteTest, DaysAreThoseOfTheIndex) {
  now = moment("2024-05-15T21:59:00Z");
  EXPECT_EQ(total("q=date:yesterday"), 1);  // 14 May; in Warsaw it is a minute to midnight
  now = moment("2024-05-15T22:00:00Z");
  EXPECT_EQ(total("q=date:yesterday"), 0);
  EXPECT_EQ(total("q=date:today"), 1);
}

TEST_F(SiteTest, HoursAreCountedFromNow) {
  now = moment("2024-05-16T20:00:00Z");
  for (const char* q : {"date:last-22-hours", "date:LAST_22_HOURS", "date:%22last+22+hours%22"}) {
    EXPECT_EQ(total(std::string("q=") + q), 1) << q;
  }
  now = moment("2024-05-16T21:00:00Z");
  for (const char* q : {"date:last-22-hours", "date:LAST_22_HOURS", "date:%22last+22+hours%22"}) {
    EXPECT_EQ(total(std::string("q=") + q), 0) << q;
  }
}

TEST_F(SiteTest, NewnessGoesByTheDay) {
  const auto score = [&] { return get("/api/v1/search?q=rain")["hits"][0]["score"].get<double>(); };
  const double today = score();
  now = moment("2024-05-16T23:59:59Z");
  EXPECT_EQ(score(), today);
  now = moment("2024-05-26T00:00:00Z");
  EXPECT_LT(score(), today);
}

}  // namespace
}  // namespace news

#include "searchd/columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "searchd/snapshot.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

/// In the order of their dates, but for some that have none, and few that have any.
std::string made_up_article(std::size_t id, std::mt19937& random) {
  nlohmann::json article{{"id", std::to_string(id)}, {"title", "T" + std::to_string(id)}};
  const std::size_t year = random() % 200 == 0 ? random() % 60 : id / 20;
  if (random() % 7 != 0) article["published"] = std::to_string(1950 + year) + "-05-01";
  return article.dump();
}

void expect_days(const Columns& columns) {
  std::vector<std::int32_t> days;
  for (Xapian::docid id = 1; id < columns.end(); ++id) {
    EXPECT_GE(columns.newest_near(id), columns.day(id)) << id;
    if (columns.visible(id) && columns.day(id) != Columns::undated) days.push_back(columns.day(id));
  }
  ASSERT_FALSE(days.empty());
  EXPECT_EQ(columns.first_day(), *std::min_element(days.begin(), days.end()));
  EXPECT_EQ(columns.last_day(), *std::max_element(days.begin(), days.end()));
}

TEST(Columns, TellTheFirstAndTheLastDayAndTheNewestNearAfterAnyChanges) {
  std::mt19937 random(5);
  std::vector<std::string> base;
  for (std::size_t id = 0; id < 700; ++id) base.push_back(made_up_article(id, random));
  TestArchive archive;
  archive.build(base);
  auto snapshot = std::make_shared<const Snapshot>(archive.index(), 1, 0);
  expect_days(snapshot->columns());
  for (std::size_t commit = 0; commit < 20; ++commit) {
    archive.add_all({made_up_article(700 + commit, random), made_up_article(commit, random)});
    archive.remove(std::to_string(commit % 2 == 0 ? commit : 699 - commit));
    snapshot = std::make_shared<const Snapshot>(archive.index(), 1, 0, snapshot.get());
    expect_days(snapshot->columns());
  }
}

TEST(Columns, TellTheNewestAmongNeighboursOnly) {
  TestArchive archive;
  std::vector<std::string> articles;
  for (int id = 0; id < 700; ++id) {
    articles.push_back(nlohmann::json{{"id", std::to_string(id)},
                                      {"title", "T" + std::to_string(id)},
                                      {"published", id < 400 ? "1950-05-01" : "1960-05-01"}}
                           .dump());
  }
  archive.build(articles);
  const Snapshot snapshot(archive.index(), 1, 0);
  EXPECT_EQ(snapshot.columns().newest_near(1), snapshot.columns().first_day());
  EXPECT_EQ(snapshot.columns().newest_near(700), snapshot.columns().last_day());
}

TEST(Columns, HaveNoFirstDayWhereNothingHasADate) {
  TestArchive archive;
  archive.build({R"({"id":"1","title":"Rain"})"});
  const Snapshot snapshot(archive.index(), 1, 0);
  EXPECT_EQ(snapshot.columns().first_day(), Columns::undated);
  EXPECT_EQ(snapshot.columns().last_day(), Columns::undated);
  EXPECT_EQ(snapshot.columns().newest_near(1), Columns::undated);
}

}  // namespace
}  // namespace news

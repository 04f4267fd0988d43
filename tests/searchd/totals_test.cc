#include "searchd/totals.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "searchd/snapshot.h"
#include "tests/support/equal_counts.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using nlohmann::json;

/// Of few different texts, so that many are copies, some of what is not there.
std::string made_up_article(std::size_t id, std::mt19937& random) {
  json article{{"id", std::to_string(id)}, {"title", "T" + std::to_string(random() % 1'000)}};
  if (random() % 5 != 0) article["published"] = std::to_string(1990 + random() % 30) + "-05-01";
  if (random() % 4 != 0) article["section"] = "S" + std::to_string(random() % 30);
  if (random() % 3 != 0) article["tags"] = {"a" + std::to_string(random() % 20), "b"};
  if (random() % 3 == 0) article["story"] = std::to_string(random() % 60);
  return article.dump();
}

void expect_counts_of_all(const Snapshot& snapshot) {
  expect_equal(snapshot.totals(), count_all(snapshot.columns()));
}

TEST(Totals, AreThoseOfACountOfEverythingAfterAnyChanges) {
  std::mt19937 random(3);
  TestArchive archive;
  std::vector<std::string> base;
  for (std::size_t id = 0; id < 40; ++id) base.push_back(made_up_article(id, random));
  archive.build(base);
  auto snapshot = std::make_shared<const Snapshot>(archive.index(), 1, 0);
  expect_counts_of_all(*snapshot);
  for (int commit = 0; commit < 30; ++commit) {
    std::vector<std::string> changed;
    for (unsigned i = random() % 4; i > 0; --i) {
      changed.push_back(made_up_article(random() % 60, random));
    }
    if (!changed.empty()) archive.add_all(changed);
    if (random() % 3 == 0) archive.remove(std::to_string(random() % 60));
    snapshot = std::make_shared<const Snapshot>(archive.index(), 1, 0, snapshot.get());
    expect_counts_of_all(*snapshot);
  }
  EXPECT_GT(snapshot->totals().stories, 1U);
}

TEST(Totals, CountAnArticleOfTheBaseFromTheEndOfItsEmbargoOn) {
  TestArchive archive;
  archive.build({R"({"id":"1","title":"Rain","published":"2024-05-01","section":"Weather"})",
                 R"({"id":"2","title":"Snow","published":"2020-05-01","section":"Weather",)"
                 R"("embargo_until":"1970-01-02T00:00:00Z"})"});
  const Snapshot before(archive.index(), 1, 0);
  EXPECT_EQ(before.totals().total, 1U);
  const Snapshot after(archive.index(), 1, 2 * 86'400, &before);
  EXPECT_EQ(after.totals().total, 2U);
  expect_counts_of_all(after);
}

}  // namespace
}  // namespace news

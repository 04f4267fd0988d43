#include "searchd/counter.h"

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

std::string made_up_article(int number, std::mt19937& random) {
  nlohmann::json article{{"id", std::to_string(number)},
                         {"title", "T" + std::to_string(number)},
                         {"published", "2024-05-" + std::to_string(10 + random() % 20)},
                         {"section", "S" + std::to_string(random() % 4)}};
  if (random() % 3 != 0) article["countries"] = {"DE", random() % 2 == 0 ? "FR" : "IT"};
  if (random() % 5 == 0) article.erase("published");
  if (random() % 4 == 0) {
    for (int word = 0; word < 80; ++word) {
      article["body"] = article.value("body", "") + "word" + std::to_string(word) + " ";
    }
  }
  return article.dump();
}

TEST(Counter, CountsInTwoSharesWhatItCountsInOne) {
  std::mt19937 random(7);
  std::vector<std::string> articles;
  for (int i = 0; i < 400; ++i) articles.push_back(made_up_article(i, random));
  TestArchive archive;
  archive.build(articles);
  const Snapshot snapshot(archive.index(), 2, 0);
  const Columns& columns = snapshot.columns();
  ASSERT_GT(columns.story_count(), 0U);
  std::array<bool, schema::facets.size()> all;
  all.fill(true);
  const SearchRequest request;
  const ColumnFilter filter(columns, request, {});
  for (const bool with_helper : {false, true}) {
    Counter one(columns, filter, all, true), lower(columns, filter, all, true),
        upper(columns, filter, all, true);
    for (Xapian::docid id = 1; id < columns.end(); ++id) {
      one.count(id);
      (id % 3 == 0 ? lower : upper).count(id);
    }
    if (with_helper) {
      const auto own = snapshot.database();
      const auto other = snapshot.database();
      Helper helper;
      Hands hands(*own);
      hands.add(helper, *other);
      lower.add(upper, hands);
    } else {
      lower.add(upper);
    }
    const Counts all_counts = one.take_counts();
    const Counts both_counts = lower.take_counts();
    expect_equal(both_counts, all_counts);
    EXPECT_EQ(both_counts.matches, all_counts.matches);
  }
}

}  // namespace
}  // namespace news

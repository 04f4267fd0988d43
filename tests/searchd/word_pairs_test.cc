#include "searchd/word_pairs.h"

#include <gmock/gmock.h>

#include "tests/support/test_archive.h"

namespace news {
namespace {

TEST(WordPairs, CountsArticlesWithBothAndThoseWhereTheyStandSideBySide) {
  const TestArchive archive{R"({"id":"1","title":"Heat wave","language":"en"})",
                            R"({"id":"2","title":"Wave of heat","language":"en"})",
                            R"({"id":"3","title":"A wave and a heat wave","language":"en"})",
                            R"({"id":"4","title":"Heat","language":"en"})"};
  const ArticleDatabase database = archive.index().open(archive.index().live());
  const WordPair pair = count_pair(database, "heat", "wave");
  EXPECT_EQ(pair.together, 3);
  EXPECT_EQ(pair.beside, 2);
  EXPECT_EQ(count_pair(database, "wave", "heat").beside, 0);
  EXPECT_EQ(count_pair(database, "heat", "nowhere").together, 0);
  EXPECT_EQ(count_pair(database, "nowhere", "neither").together, 0);
}

TEST(WordPairs, ReckonsOfFrequentWordsFromTheFirstArticles) {
  TestArchive archive;
  std::vector<std::string> articles;
  for (int i = 0; i < 3000; ++i) {
    articles.push_back(R"({"id":")" + std::to_string(i) + R"(","title":"heat )" +
                       (i % 2 == 0 ? "wave" : "in a wave") + R"(","language":"en"})");
  }
  archive.add_all(articles);
  const ArticleDatabase database = archive.index().open(archive.index().live());
  const WordPair pair = count_pair(database, "heat", "wave");
  EXPECT_NEAR(pair.together, 3000, 100);
  EXPECT_NEAR(pair.beside, 1500, 200);
}

}  // namespace
}  // namespace news

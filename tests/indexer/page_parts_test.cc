#include "indexer/text/page_parts.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace news {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(PageParts, TheRealPageThatCameWithTheOrder) {
  const fs::path page =
      fs::path(CORPUS).parent_path().parent_path() / "shared/data/seed/news-page.txt";
  if (!fs::exists(page)) GTEST_SKIP() << page << " is not there";
  std::ostringstream text;
  text << std::ifstream(page).rdbuf();
  const std::string whole = text.str();
  const SourceArticle article = read_page_text(whole);
  EXPECT_EQ(article.title,
            "Blinken: Zelensky, Biden may meet to sign security agreement in 'coming weeks'");
  EXPECT_EQ(article.section, "News Feed");
  ASSERT_EQ(article.authors.size(), 1U);
  EXPECT_EQ(article.authors[0].name, "Kateryna Hodunova");
  EXPECT_EQ(article.authors[0].role, "News Editor");
  EXPECT_THAT(article.authors[0].bio, StartsWith("Kateryna Hodunova is a News Editor"));
  EXPECT_THAT(article.image.caption, StartsWith("Illustrative image: Ukrainian President"));
  EXPECT_EQ(article.image.credit, "Yuri Gripas/Abaca/Bloomberg via Getty Images");
  EXPECT_THAT(article.body, StartsWith("President Volodymyr Zelensky could meet"));
  EXPECT_THAT(article.body, EndsWith("post-war reconstruction."));
  EXPECT_EQ(article.published, "");
  for (const char* gone :
       {"Sign up", "Olga Rudenko", "7 more", "Avatar", "Read more", "Show More"}) {
    EXPECT_THAT(article.body, Not(HasSubstr(gone)));
  }
}

TEST(PageParts, TextWithoutStructureIsATitleAndItsBody) {
  const SourceArticle article =
      read_page_text("A storm\n\nIt blew from the west over the harbour all day.");
  EXPECT_EQ(article.title, "A storm");
  EXPECT_EQ(article.body, "It blew from the west over the harbour all day.");
}

}  // namespace
}  // namespace news

#include "common/article_file.h"

#include <gmock/gmock.h>

#include <fstream>
#include <random>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

using testing::IsEmpty;
using testing::Lt;

std::string made_up_article(std::mt19937& random) {
  std::string text = R"({"id":")" + std::to_string(random()) + R"(","title":"Of words","body":")";
  for (auto left = random() % 600; left > 0; --left) {
    text += "word" + std::to_string(random() % 3'000) + ' ';
  }
  return text + "\"}";
}

std::vector<std::string> made_up_articles(int count) {
  std::mt19937 random(3);
  std::vector<std::string> articles;
  for (int i = 0; i < count; ++i) articles.push_back(made_up_article(random));
  return articles;
}

class ArticleFileTest : public testing::Test {
 protected:
  std::shared_ptr<const ArticleFile> written(const std::vector<std::string>& articles,
                                             const std::string& dictionary) const {
    ArticleFileWriter writer(folder_.path(), std::make_shared<const TextCodec>(dictionary));
    for (const std::string& article : articles) writer.add(article);
    writer.finish();
    return ArticleFile::open(folder_.path());
  }

  TempFolder folder_;
};

TEST_F(ArticleFileTest, GivesBackEveryArticle) {
  std::vector<std::string> articles = made_up_articles(1'500);
  articles[7].clear();  // none
  articles[8] = std::string(3'000'000, 'x');
  for (const std::string& dictionary : {std::string(), TextCodec::train(articles)}) {
    const auto file = written(articles, dictionary);
    ASSERT_EQ(file->size(), articles.size());
    for (Xapian::docid number = 1; number <= file->size(); ++number) {
      ASSERT_EQ(file->read(number), articles[number - 1]);
    }
    EXPECT_THAT(file->read(0), IsEmpty());
    EXPECT_THAT(file->read(file->size() + 1), IsEmpty());
  }
}

TEST_F(ArticleFileTest, IsShorterWithADictionary) {
  const std::vector<std::string> articles = made_up_articles(1'500);
  const TextCodec plain{std::string()}, trained(TextCodec::train(articles));
  EXPECT_FALSE(trained.dictionary().empty());
  EXPECT_THAT(trained.compress(articles.back()).size(), Lt(plain.compress(articles.back()).size()));
  EXPECT_THAT(TextCodec::train(made_up_articles(10)), IsEmpty());
}

TEST_F(ArticleFileTest, TakesArticlesAsAnotherHasThem) {
  const std::vector<std::string> articles = made_up_articles(30);
  const auto one = written(articles, "what all of them have in common");
  const TempFolder other;
  ArticleFileWriter writer(other.path(), one->codec());
  std::string packed;
  for (Xapian::docid number = 30; number > 0; --number) {
    one->read_packed(number, packed);
    writer.add_packed(packed);
  }
  writer.finish();
  EXPECT_EQ(ArticleFile::open(other.path())->read(1), articles.back());
}

TEST_F(ArticleFileTest, RefusesWhatIsDamaged) {
  const std::vector<std::string> articles = made_up_articles(30);
  written(articles, {});
  const auto path = ArticleFile::path(folder_.path());
  std::ifstream in(path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t size = 0; size < whole.size(); size += 997) {
    std::ofstream(path, std::ios::binary) << whole.substr(0, size);
    EXPECT_THROW(ArticleFile::open(folder_.path()), Error) << size;
  }
  std::ofstream(path, std::ios::binary) << std::string(20, '\xff') << whole.substr(20);
  EXPECT_THROW(ArticleFile::open(folder_.path())->read(1), Error);
}

}  // namespace
}  // namespace news

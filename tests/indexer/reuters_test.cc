#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/open_source.h"
#include "indexer/readers/reader.h"
#include "tests/support/every_source.h"

namespace news {
namespace {

namespace fs = std::filesystem;

const fs::path data = fs::path(CORPUS).parent_path().parent_path() / "shared" / "data";

class Kept : public Intake {
 public:
  void article(Article&& article, const Place&) override { articles[article.id] = article; }
  void rejected(const Place& place, const std::string& reason, std::string_view) override {
    rejections.push_back(to_string(place) + ": " + reason);
  }
  void warning(const Place&, const std::string&) override {}
  void removed(const std::string&, const Place&) override {}
  void skipped(const Place&, std::string_view) override {}

  std::map<std::string, Article> articles;
  std::vector<std::string> rejections;
};

/// Articles of files, whatever they are compressed with.
Kept read_files(const std::vector<std::string>& paths) {
  Kept kept;
  SourceProgress progress;
  EverySource every_source;
  open_sources(paths, SourceLimits{}, progress, kept, every_source,
               [&](const std::string& name, ByteStream& bytes) {
                 read_source(bytes, name, ReadOptions{}, kept);
               });
  return kept;
}

std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

TEST(Reuters, EveryArticleOfTheRealFilesGoesIn) {
  const fs::path folder = data / "reuters-sgml";
  if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not there";
  const Kept read = read_files({folder.string()});
  EXPECT_EQ(read.articles.size(), 3000U);
  EXPECT_THAT(read.rejections, testing::IsEmpty());
}

TEST(Reuters, TheRealFilesGiveWhatOthersMadeOfThem) {
  const fs::path folder = data / "reuters-sgml";
  const fs::path native = data / "reuters-a.jsonl.gz";
  if (!fs::exists(folder) || !fs::exists(native)) GTEST_SKIP() << data << " is not there";
  const Kept ours = read_files({folder.string()});
  const Kept theirs = read_files({native.string()});
  std::size_t compared = 0;
  std::size_t same_bodies = 0;
  for (const auto& [id, wanted] : theirs.articles) {
    const auto found = ours.articles.find(id);
    if (found == ours.articles.end()) continue;
    const Article& article = found->second;
    ++compared;
    EXPECT_EQ(without_spaces(article.title), without_spaces(wanted.title)) << id;
    EXPECT_EQ(article.dateline, wanted.dateline) << id;
    EXPECT_TRUE(!wanted.published || article.published == wanted.published) << id;
    // Theirs keeps "A And B" as one name.
    EXPECT_GE(article.authors.size(), wanted.authors.size()) << id;
    if (without_spaces(article.body) == without_spaces(wanted.body)) ++same_bodies;
  }
  EXPECT_GT(compared, 2900U);
  EXPECT_GT(same_bodies * 100, compared * 98) << same_bodies << " of " << compared;
}

}  // namespace
}  // namespace news

#include "indexer/known_names.h"

#include <gtest/gtest.h>

#include "tests/support/test_archive.h"

namespace news {
namespace {

/// How an archive that has these articles spells the one author of another.
std::string spelt(TestArchive& archive, const std::string& name, const std::string& id = "new") {
  const ArticleDatabase database = archive.index().open(archive.index().live());
  Article article{.id = id, .authors = {{.name = name, .role = {}, .bio = {}, .url = {}}}};
  KnownNames(database).spell_alike(article);
  return article.authors[0].name;
}

TEST(KnownNames, AreSpeltAsTheFirstArticleSpellsThem) {
  TestArchive archive{R"({"id":"1","title":"x","authors":["Anna Kowalska","José García"]})",
                      R"({"id":"2","title":"x","authors":["Tom McDonald"]})",
                      R"({"id":"3","title":"x","authors":["Tom Mcdonald"]})"};
  EXPECT_EQ(spelt(archive, "ANNA KOWALSKA"), "Anna Kowalska");
  EXPECT_EQ(spelt(archive, "anna kowalska"), "Anna Kowalska");
  EXPECT_EQ(spelt(archive, "Jose Garcia"), "José García");
  EXPECT_EQ(spelt(archive, "Tom Mcdonald"), "Tom McDonald");
  EXPECT_EQ(spelt(archive, "Anna Kowalski"), "Anna Kowalski");
  EXPECT_EQ(spelt(archive, "Nobody Known"), "Nobody Known");
}

TEST(KnownNames, DoNotSpoilABetterSpelling) {
  TestArchive archive{R"({"id":"1","title":"x","authors":["ANNA KOWALSKA","Jose Garcia"]})"};
  EXPECT_EQ(spelt(archive, "Anna Kowalska"), "Anna Kowalska");
  EXPECT_EQ(spelt(archive, "José García"), "José García");
}

TEST(KnownNames, LetAnArticleCorrectItself) {
  TestArchive archive{R"({"id":"1","title":"x","authors":["Tom Mcdonald"]})"};
  EXPECT_EQ(spelt(archive, "Tom McDonald", "1"), "Tom McDonald");
  EXPECT_EQ(spelt(archive, "Tom McDonald", "2"), "Tom Mcdonald");
  archive.add(R"({"id":"2","title":"x","authors":["Tom MacDonald"]})");
  archive.add(R"({"id":"1","title":"x","authors":["Tom McDonald"]})");
  EXPECT_EQ(spelt(archive, "Tom Mcdonald", "2"), "Tom McDonald");
}

TEST(KnownNames, KnowWhatWasPutAMomentAgo) {
  TestArchive archive;
  IndexWriter writer(archive.index(), archive.index().live(), TimeZone());
  const auto put = [&](const std::string& json) {
    Article article = TestArchive::parse(json);
    writer.spell_authors_alike(article);
    writer.put(article);
    return article.authors[0].name;
  };
  EXPECT_EQ(put(R"({"id":"1","title":"x","authors":["Anna Kowalska"]})"), "Anna Kowalska");
  EXPECT_EQ(put(R"({"id":"2","title":"x","authors":["ANNA KOWALSKA"]})"), "Anna Kowalska");
  EXPECT_EQ(put(R"({"id":"1","title":"x","authors":["Anna KOWALSKA"]})"), "Anna Kowalska");
}

}  // namespace
}  // namespace news

#include "common/posting_file.h"

#include <gmock/gmock.h>

#include <fstream>
#include <random>
#include <string>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

/// A database of which `even` is in all even documents, `few` in as many as need no place in the
/// file, `more` in one more.
class PostingFileTest : public testing::Test {
 protected:
  static constexpr Xapian::docid documents = 5'000;

  PostingFileTest() {
    Xapian::WritableDatabase database(folder_.path().string(), Xapian::DB_CREATE_OR_OPEN);
    for (Xapian::docid id = 1; id <= documents; ++id) {
      Xapian::Document document;
      if (id % 2 == 0) document.add_term("even", id % 400);
      if (id <= PostingFile::few) document.add_term("few");
      if (id <= PostingFile::few + 1) document.add_boolean_term("more");
      if (id != 4'000) database.replace_document(id, document);
    }
    database.commit();
    PostingFile::write(folder_.path());
  }

  static std::string all(const PostingList& list) {
    std::string text;
    for (PostingCursor cursor(list); !cursor.at_end(); cursor.next()) {
      text += std::to_string(cursor.id()) + "*" + std::to_string(cursor.wdf()) + " ";
    }
    return text;
  }

  std::string all_of_database(const std::string& term) const {
    const Xapian::Database database(folder_.path().string());
    std::string text;
    for (auto i = database.postlist_begin(term); i != database.postlist_end(term); ++i) {
      text += std::to_string(*i) + "*" + std::to_string(i.get_wdf()) + " ";
    }
    return text;
  }

  TempFolder folder_;
};

TEST_F(PostingFileTest, HasThePostingsOfFrequentTermsAlone) {
  const auto file = PostingFile::open(folder_.path());
  ASSERT_TRUE(file);
  for (const std::string term : {"even", "more"}) {
    const auto list = file->find(term);
    ASSERT_TRUE(list) << term;
    EXPECT_EQ(all(*list), all_of_database(term));
  }
  for (const std::string term : {"few", "eve", "evens", "", "zebra"}) {
    EXPECT_FALSE(file->find(term)) << term;
  }
}

TEST_F(PostingFileTest, KnowsHowLongArticlesAre) {
  const auto file = PostingFile::open(folder_.path());
  const Xapian::Database database(folder_.path().string());
  ASSERT_EQ(file->lengths().size(), documents + 1);
  EXPECT_EQ(file->lengths()[4'000], 0U);
  EXPECT_EQ(file->lengths()[398], database.get_doclength(398));
}

TEST_F(PostingFileTest, JumpsToTheFirstThatIsNoLess) {
  const auto file = PostingFile::open(folder_.path());
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    PostingCursor cursor(*file->find("even"));
    Xapian::docid id = 0;
    while ((id += static_cast<Xapian::docid>(random() % (1U << (round % 13))) + 1) < documents) {
      cursor.skip_to(id);
      const Xapian::docid even = id + id % 2;
      ASSERT_EQ(cursor.id(), even == 4'000 ? 4'002 : even);
    }
    cursor.skip_to(documents + 1);
    EXPECT_TRUE(cursor.at_end());
  }
}

TEST_F(PostingFileTest, ThereNeedBeNone) {
  const TempFolder empty;
  EXPECT_FALSE(PostingFile::open(empty.path()));
}

TEST_F(PostingFileTest, OfAnEmptyDatabaseHasNothing) {
  const TempFolder empty;
  Xapian::WritableDatabase(empty.path().string(), Xapian::DB_CREATE_OR_OPEN).commit();
  PostingFile::write(empty.path());
  EXPECT_FALSE(PostingFile::open(empty.path())->find("even"));
}

TEST_F(PostingFileTest, RefusesOneThatIsCutOff) {
  std::ifstream file(PostingFile::path(folder_.path()), std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    std::ofstream(PostingFile::path(folder_.path()), std::ios::binary) << whole.substr(0, size);
    EXPECT_THROW(PostingFile::open(folder_.path()), Error) << size;
  }
}

}  // namespace
}  // namespace news

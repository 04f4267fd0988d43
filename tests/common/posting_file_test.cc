#include "common/posting_file.h"

#include <gmock/gmock.h>

#include <fstream>
#include <map>
#include <random>
#include <string>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Postings = std::map<Xapian::docid, Xapian::termcount>;

Postings all(const PostingList& list) {
  Postings postings;
  for (PostingCursor cursor(list); !cursor.at_end(); cursor.next()) {
    postings[cursor.id()] = cursor.wdf();
  }
  return postings;
}

/// A file of 5,000 articles without 4,000, of which `even` is in all even ones, `block` in as many
/// as a block of a list has, `more` in one more. Three pages of terms begin alike.
class PostingFileTest : public testing::Test {
 protected:
  static constexpr Xapian::docid articles = 5'000;

  PostingFileTest() {
    for (Xapian::docid id = 1; id <= articles; ++id) {
      if (id == 4'000) continue;
      if (id % 2 == 0) terms_["even"][id] = id % 400;
      if (id <= PostingBlock::size) terms_["block"][id] = 1;
      if (id <= PostingBlock::size + 1) terms_["more"][id] = 0;
      terms_["id" + std::to_string(id)][id] = 1;
      if (id < 1'000) terms_["same beginning " + std::to_string(id)][id] = 1;
    }
    PostingFileWriter writer(folder_.path());
    for (const auto& [term, postings] : terms_) {
      PostingPacker packer;
      for (const auto& [id, wdf] : postings) packer.add(id, wdf);
      ordinals_[term] = writer.add(term, packer.list());
    }
    for (Xapian::docid id = 0; id <= articles; ++id) {
      std::vector<ArticleWord> words;
      if (id > 0 && id != 4'000) words = {{7, 1}, {ordinals_["more"], id}};
      writer.add_article(id == 4'000 ? 0 : 10 * id, words);
    }
    writer.finish();
  }

  std::shared_ptr<const PostingFile> file() const { return PostingFile::open(folder_.path()); }

  TempFolder folder_;
  std::map<std::string, Postings> terms_;
  std::map<std::string, std::uint32_t> ordinals_;
};

TEST_F(PostingFileTest, HasThePostingsOfEveryTerm) {
  const auto file = this->file();
  ASSERT_TRUE(file);
  for (const auto& [term, postings] : terms_) {
    ASSERT_EQ(all(file->find(term)), postings) << term;
    ASSERT_EQ(file->frequency(term), postings.size()) << term;
    ASSERT_EQ(file->terms().term(ordinals_.at(term)), term);
  }
  for (const std::string term : {"eve", "evens", "", "id", "id40000", "zebra"}) {
    EXPECT_THAT(all(file->find(term)), IsEmpty()) << term;
    EXPECT_EQ(file->frequency(term), 0U) << term;
  }
}

TEST_F(PostingFileTest, GoesThroughItsTermsFromAnywhere) {
  const auto file = this->file();
  for (const std::string first : {"", "a", "block", "id25", "id4999z", "more", "zebra"}) {
    TermDictionary::Cursor cursor(file->terms());
    cursor.seek(first);
    for (auto expected = terms_.lower_bound(first); expected != terms_.end(); ++expected) {
      ASSERT_FALSE(cursor.at_end());
      ASSERT_EQ(cursor.term(), expected->first);
      ASSERT_EQ(cursor.entry().ordinal, ordinals_.at(expected->first));
      cursor.next();
    }
    EXPECT_TRUE(cursor.at_end()) << first;
  }
}

TEST_F(PostingFileTest, KnowsHowLongArticlesAre) {
  const auto file = this->file();
  ASSERT_EQ(file->lengths().size(), articles + 1);
  EXPECT_EQ(file->lengths()[4'000], 0U);
  EXPECT_EQ(file->lengths()[398], 3'980U);
  EXPECT_EQ(file->total_length(), 10U * articles * (articles + 1) / 2 - 40'000);
}

TEST_F(PostingFileTest, KnowsWhatWordsAnArticleHas) {
  const auto file = this->file();
  EXPECT_THAT(file->words(0), IsEmpty());
  EXPECT_THAT(file->words(4'000), IsEmpty());
  EXPECT_THAT(file->words(articles + 1), IsEmpty());
  for (const Xapian::docid id : {1U, 2U, 3U, 399U, 5'000U}) {
    const std::vector<ArticleWord> words = file->words(id);
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(words[0].ordinal, 7U);
    EXPECT_EQ(words[0].wdf, 1U);
    EXPECT_EQ(words[1].ordinal, ordinals_["more"]);
    EXPECT_EQ(words[1].wdf, id);
  }
}

TEST_F(PostingFileTest, JumpsToTheFirstThatIsNoLess) {
  const auto file = this->file();
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    PostingCursor cursor(file->find("even"));
    Xapian::docid id = 0;
    while ((id += static_cast<Xapian::docid>(random() % (1U << (round % 13))) + 1) < articles) {
      cursor.skip_to(id);
      const Xapian::docid even = id + id % 2;
      ASSERT_EQ(cursor.id(), even == 4'000 ? 4'002 : even);
    }
    cursor.skip_to(articles + 1);
    EXPECT_TRUE(cursor.at_end());
  }
}

TEST_F(PostingFileTest, ThereNeedBeNone) {
  const TempFolder empty;
  EXPECT_FALSE(PostingFile::open(empty.path()));
}

TEST_F(PostingFileTest, OfNoArticleHasNothing) {
  const TempFolder empty;
  PostingFileWriter writer(empty.path());
  writer.add_article(0, {});
  writer.finish();
  const auto file = PostingFile::open(empty.path());
  EXPECT_THAT(all(file->find("even")), IsEmpty());
  EXPECT_TRUE(TermDictionary::Cursor(file->terms()).at_end());
}

TEST_F(PostingFileTest, RefusesFilesThatAreCutOff) {
  for (const auto& path :
       {PostingFile::path(folder_.path()), TermDictionary::path(folder_.path())}) {
    std::ifstream file(path, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(file), {}};
    for (std::size_t size = 0; size < whole.size(); size += 997) {
      std::ofstream(path, std::ios::binary) << whole.substr(0, size);
      EXPECT_THROW(PostingFile::open(folder_.path()), Error) << size;
    }
    std::ofstream(path, std::ios::binary) << whole;
  }
}

/// What stands anywhere in the files is either found out or read as something else, never beyond
/// them.
TEST_F(PostingFileTest, SurvivesBytesThatAreWrong) {
  const auto path = TermDictionary::path(folder_.path());
  std::ifstream file(path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  std::mt19937 random(1);
  std::size_t refused = 0;
  for (int round = 0; round < 300; ++round) {
    std::string damaged = whole;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    std::ofstream(path, std::ios::binary) << damaged;
    try {
      const auto opened = this->file();
      for (TermDictionary::Cursor term(opened->terms()); !term.at_end(); term.next()) {
        opened->list(term.entry());
      }
    } catch (const Error&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 0U);
}

}  // namespace
}  // namespace news

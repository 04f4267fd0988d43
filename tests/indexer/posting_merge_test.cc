#include "indexer/posting_merge.h"

#include <gmock/gmock.h>

#include <map>
#include <random>
#include <string>

#include "indexer/posting_batch.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

using Terms = std::vector<std::pair<std::string, Xapian::termcount>>;

/// Of each article its terms, and its words and their counts, as a file tells them.
struct Told {
  std::map<Xapian::docid, std::map<std::string, Xapian::termcount>> terms, words;
  std::map<Xapian::docid, std::uint32_t> lengths;
  bool operator==(const Told&) const = default;
};

Told told(const PostingFile& file) {
  Told all;
  for (TermDictionary::Cursor term(file.terms()); !term.at_end(); term.next()) {
    for (PostingCursor i(file.list(term.entry())); !i.at_end(); i.next()) {
      all.terms[i.id()][term.term()] = i.wdf();
    }
  }
  for (Xapian::docid id = 0; id < file.lengths().size(); ++id) {
    if (file.lengths()[id] > 0) all.lengths[id] = file.lengths()[id];
    for (const ArticleWord& word : file.words(id)) {
      all.words[id][file.terms().term(word.ordinal)] = word.wdf;
    }
  }
  return all;
}

Terms made_up_terms(std::mt19937& random) {
  std::map<std::string, Xapian::termcount> terms;
  for (int i = 0; i < 30; ++i) {
    const std::string word = std::to_string(random() % 3'000);
    terms[word] = 1 + static_cast<Xapian::termcount>(random() % 9);  // begins before capitals
    terms["w" + word] = 1;
    terms["E" + word] = 0;
  }
  return {terms.begin(), terms.end()};
}

class PostingMergeTest : public testing::Test {
 protected:
  PostingMergeTest() {
    std::mt19937 random(5);
    for (int i = 0; i < 900; ++i) articles_.push_back(made_up_terms(random));
  }

  /// Of the articles from `first` on, to before `end`, numbered from 1 + `before` on.
  std::shared_ptr<const PostingFile> batch(std::size_t first, std::size_t end,
                                           Xapian::docid before = 0) {
    TermTable table;
    PostingBatch batch(table);
    PostingBatch::WdfByTerm wdfs;
    for (std::size_t i = first; i < end; ++i) {
      wdfs.clear();
      for (const auto& [term, wdf] : articles_[i]) wdfs[table.place_of(term)] = wdf;
      batch.add(before + static_cast<Xapian::docid>(i - first + 1), wdfs);
    }
    const auto folder = folder_ / std::to_string(folders_++);
    std::filesystem::create_directory(folder);
    batch.write(folder);
    return PostingFile::open(folder);
  }

  std::shared_ptr<const PostingFile> merged(const std::vector<PostingPart>& parts,
                                            const PostingFilter& filter = {}) {
    const auto folder = folder_ / std::to_string(folders_++);
    std::filesystem::create_directory(folder);
    merge_postings(parts, folder, filter);
    return PostingFile::open(folder);
  }

  TempFolder folder_;
  int folders_ = 0;
  std::vector<Terms> articles_;
};

TEST_F(PostingMergeTest, ABatchTellsWhatItWasGiven) {
  const Told all = told(*batch(0, 900));
  for (Xapian::docid id = 1; id <= 900; ++id) {
    std::uint32_t length = 0;
    for (const auto& [term, wdf] : articles_[id - 1]) {
      ASSERT_EQ(all.terms.at(id).at(term), wdf);
      length += wdf;
    }
    ASSERT_EQ(all.terms.at(id).size(), articles_[id - 1].size());
    ASSERT_EQ(all.words.at(id).size() * 3, 2 * articles_[id - 1].size());
    ASSERT_EQ(all.lengths.at(id), length);
  }
}

TEST_F(PostingMergeTest, PartsOneAfterAnotherAreAsOne) {
  const Told whole = told(*batch(0, 900));
  EXPECT_EQ(told(*merged({{batch(0, 200), 0}, {batch(200, 201), 200}, {batch(201, 900), 201}})),
            whole);
  EXPECT_EQ(told(*merged({{batch(0, 900), 0}})), whole);
  EXPECT_EQ(told(*merged({{batch(0, 0), 0}, {batch(0, 900), 0}})), whole);
}

TEST_F(PostingMergeTest, PartsKeepNumbersThatTheyHave) {
  const Told both = told(*merged({{batch(0, 300)}, {batch(300, 400, 500)}}));
  EXPECT_EQ(both.terms.size(), 400U);
  EXPECT_FALSE(both.lengths.contains(301));
  EXPECT_EQ(both.lengths.at(501), told(*batch(300, 301)).lengths.at(1));
}

TEST_F(PostingMergeTest, WhatIsGoneIsLeftOut) {
  const auto is_gone = [](Xapian::docid id) { return id % 3 != 0; };
  const Told left = told(*merged({{batch(0, 900), 0}}, {.is_gone = is_gone}));
  Told expected = told(*batch(0, 900));
  for (Xapian::docid id = 1; id <= 900; ++id) {
    if (!is_gone(id)) continue;
    expected.terms.erase(id);
    expected.words.erase(id);
    expected.lengths.erase(id);
  }
  EXPECT_EQ(left, expected);
}

/// A word that one article has, or more than a tenth of all.
TEST_F(PostingMergeTest, WordsThatTellNothingAreNotKeptForArticles) {
  for (Terms& terms : articles_) terms.emplace_back("xall", 1);
  articles_[10].emplace_back("xone", 1);
  articles_[10].emplace_back("xtwo", 2);
  articles_[20].emplace_back("xtwo", 3);
  const Told all = told(*merged({{batch(0, 900), 0}}, {.words = true}));
  EXPECT_FALSE(all.words.at(11).contains("xall"));
  EXPECT_FALSE(all.words.at(11).contains("xone"));
  EXPECT_EQ(all.words.at(11).at("xtwo"), 2U);
  EXPECT_EQ(all.words.at(21).at("xtwo"), 3U);
  EXPECT_EQ(all.terms.at(11).at("xone"), 1U);
  EXPECT_EQ(all.lengths, told(*batch(0, 900)).lengths);
}

}  // namespace
}  // namespace news

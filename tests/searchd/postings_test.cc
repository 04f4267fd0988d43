#include "searchd/postings.h"

#include <gmock/gmock.h>

#include <random>
#include <string>

#include "searchd/part_postings.h"

namespace news {
namespace {

/// A database in memory. The documents of `even` are all even ones, of `rare` every thousandth,
/// with rising counts.
class PostingsTest : public testing::Test {
 protected:
  PostingsTest() : database_("", Xapian::DB_BACKEND_INMEMORY) {
    for (Xapian::docid id = 1; id <= documents; ++id) {
      Xapian::Document document;
      document.add_term("every");
      if (id % 2 == 0) document.add_term("even", id % 400);
      if (id % 1000 == 0) document.add_term("rare", id / 1000);
      database_.add_document(document);
    }
  }

  static std::string all(PostingCursor cursor) {
    std::string text;
    for (; !cursor.at_end(); cursor.next()) {
      text += std::to_string(cursor.id()) + "*" + std::to_string(cursor.wdf()) + " ";
    }
    return text;
  }

  static constexpr Xapian::docid documents = 6'000;
  Xapian::WritableDatabase database_;
};

TEST_F(PostingsTest, AreThoseOfTheDatabaseInTheirOrder) {
  EXPECT_EQ(all(PostingCursor(Postings(database_, "rare").list())),
            "1000*1 2000*2 3000*3 4000*4 5000*5 6000*6 ");
  const Postings even(database_, "even");
  EXPECT_EQ(even.size(), documents / 2);
  PostingCursor cursor(even.list());
  for (auto posting = database_.postlist_begin("even"); posting != database_.postlist_end("even");
       ++posting, cursor.next()) {
    ASSERT_EQ(cursor.id(), *posting);
    ASSERT_EQ(cursor.wdf(), posting.get_wdf());
  }
  EXPECT_TRUE(cursor.at_end());
  EXPECT_EQ(all(PostingCursor(Postings(database_, "nowhere").list())), "");
}

TEST_F(PostingsTest, JumpToTheFirstThatIsNoLess) {
  const Postings even(database_, "even");
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    PostingCursor cursor(even.list());
    Xapian::docid id = 0;
    while ((id += static_cast<Xapian::docid>(random() % (1U << (round % 13))) + 1) <= documents) {
      cursor.skip_to(id);
      const Xapian::docid expected = id + id % 2;
      ASSERT_EQ(cursor.id(), expected);
      ASSERT_EQ(cursor.wdf(), expected % 400);
    }
    cursor.skip_to(documents + 1);
    EXPECT_TRUE(cursor.at_end());
    cursor.skip_to(documents + 2);
    EXPECT_TRUE(cursor.at_end());
  }
}

TEST_F(PostingsTest, ManyAreKeptFromTheSecondQuestionOn) {
  PartPostings cache;
  EXPECT_EQ(cache.find("even", database_), nullptr);
  const auto kept = cache.find("even", database_);
  ASSERT_NE(kept, nullptr);
  EXPECT_EQ(cache.find("even", database_), kept);
}

TEST_F(PostingsTest, FewAreReadEachTime) {
  PartPostings cache;
  const auto first = cache.find("rare", database_);
  ASSERT_NE(first, nullptr);
  EXPECT_NE(cache.find("rare", database_), first);
  EXPECT_EQ(cache.find("nowhere", database_)->size(), 0U);
}

/// What is asked for in turns would drive out each other, and nothing would ever be found.
TEST_F(PostingsTest, WhatIsAskedForNoMoreOftenDrivesNothingOut) {
  const std::size_t room_for_one =
      std::max(Postings(database_, "every").bytes(), Postings(database_, "even").bytes()) + 100;
  PartPostings cache(room_for_one);
  EXPECT_EQ(cache.find("every", database_), nullptr);
  const auto every = cache.find("every", database_);
  ASSERT_NE(every, nullptr);
  EXPECT_EQ(cache.find("even", database_), nullptr);
  cache.find("even", database_);
  EXPECT_EQ(cache.find("every", database_), every);
  cache.find("even", database_);
  EXPECT_NE(cache.find("even", database_), nullptr) << "asked for four times, the other three";
  EXPECT_EQ(cache.find("every", database_), nullptr) << "it had to make room";
}

TEST_F(PostingsTest, WhatFitsNowhereIsNotKept) {
  PartPostings cache(100);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(cache.find("even", database_), nullptr);
}

}  // namespace
}  // namespace news

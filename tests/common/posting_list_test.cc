#include "common/posting_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace news {
namespace {

/// A number below `end`.
Xapian::docid below(unsigned end, std::mt19937& random) {
  return static_cast<Xapian::docid>(random() % end);
}

/// Of which one in `sparse` numbers is of an article, and one posting in `often` counts for more
/// than fits beside its number.
std::vector<Posting> random_postings(unsigned sparse, unsigned often, std::mt19937& random) {
  std::vector<Posting> postings;
  Xapian::docid id = 0;
  for (int i = 0; i < 3'000; ++i) {
    id += 1 + below(2 * sparse - 1, random);
    postings.push_back({id, below(often, random) == 0 ? 3 + below(200, random) : below(3, random)});
  }
  return postings;
}

TEST(PostingCursor, JumpsToTheFirstThatIsNoLessInListsOfEveryDensity) {
  std::mt19937 random(1987);
  for (const unsigned sparse : {1u, 2u, 8u, 15u, 20u, 100u, 10'000u}) {
    for (const unsigned often : {2u, 10u, 1'000u}) {
      const std::vector<Posting> postings = random_postings(sparse, often, random);
      PostingPacker packer;
      for (const Posting& posting : postings) packer.add(posting.id, posting.wdf);
      for (const unsigned farthest : {3u, 60u, 2'000u}) {
        PostingCursor cursor(packer.list());
        for (Xapian::docid wanted = 1; !cursor.at_end();
             wanted += 1 + below(farthest * sparse, random)) {
          cursor.skip_to(wanted);
          const auto found =
              std::find_if(postings.begin(), postings.end(),
                           [wanted](const Posting& posting) { return posting.id >= wanted; });
          ASSERT_EQ(cursor.at_end(), found == postings.end());
          if (cursor.at_end()) break;
          ASSERT_EQ(cursor.id(), found->id) << sparse << ' ' << often << ' ' << wanted;
          ASSERT_EQ(cursor.wdf(), found->wdf) << sparse << ' ' << often << ' ' << wanted;
        }
      }
    }
  }
}

std::vector<Posting> all_of(const PostingList& list) {
  std::vector<Posting> all;
  for (PostingCursor cursor(list); !cursor.at_end(); cursor.next()) {
    all.push_back({cursor.id(), cursor.wdf()});
  }
  return all;
}

TEST(PostingPacker, KeepsListsOfEverySizeAroundTheEndOfABlock) {
  for (const std::size_t size : {0u, 1u, 63u, 64u, 65u, 127u, 128u, 129u, 1'000u}) {
    PostingPacker packer;
    std::vector<Posting> postings;
    for (Xapian::docid i = 1; i <= size; ++i) {
      postings.push_back({7 * i, i % 5});
      packer.add(7 * i, i % 5);
      ASSERT_EQ(all_of(packer.list()), postings) << size;  // at any time
    }
    EXPECT_EQ(packer.list().blocks.size(), PostingList::blocks_of(size));
    PostingCursor cursor(packer.list());
    cursor.skip_to(static_cast<Xapian::docid>(7 * size + 1));
    EXPECT_TRUE(cursor.at_end());
  }
}

TEST(PostingPacker, KeepsStepsOfEveryWidthAndCountsOfEverySize) {
  std::mt19937 random(1989);
  for (unsigned width = 0; width < 26; ++width) {
    PostingPacker packer;
    std::vector<Posting> postings;
    Xapian::docid id = 0;
    for (std::size_t i = 0; i < PostingBlock::size; ++i) {
      id += 1 + below(1u << width, random);
      postings.push_back({id, static_cast<Xapian::termcount>(random() >> (random() % 32))});
      packer.add(postings.back().id, postings.back().wdf);
    }
    EXPECT_EQ(all_of(packer.list()), postings) << width;
  }
}

TEST(PostingPacker, KeepsALongStepBetweenNeighboursWithoutMakingAllLonger) {
  for (const Xapian::docid gap : {300u, 1u << 20, 4'000'000'000u}) {
    for (std::size_t place = 0; place < PostingBlock::size; ++place) {
      PostingPacker packer;
      std::vector<Posting> postings;
      for (Xapian::docid i = 0; i < PostingBlock::size; ++i) {
        postings.push_back({1 + i + (i >= place ? gap : 0), 1});
        packer.add(postings.back().id, 1);
      }
      ASSERT_EQ(all_of(packer.list()), postings) << gap << ' ' << place;
      EXPECT_LE(packer.list().bytes.size(),
                26);  // two bytes, counts, the place, up to five of a step
    }
  }
}

}  // namespace
}  // namespace news

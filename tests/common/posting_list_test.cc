#include "common/posting_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace news {
namespace {

struct Posting {
  Xapian::docid id;
  Xapian::termcount wdf;
};

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

TEST(PostingCursor, JumpsInListsWhoseBlocksAreLarger) {
  for (const std::size_t size : {PostingList::long_size - 1, PostingList::long_size,
                                 PostingList::long_size + 1, 2 * PostingList::long_size + 77}) {
    PostingPacker packer;
    for (Xapian::docid i = 1; i <= size; ++i) packer.add(7 * i, i % 5);
    const PostingList list = packer.list();
    EXPECT_EQ(list.blocks.size(), PostingList::blocks_of(size));
    Xapian::docid next = 0;
    for (PostingCursor cursor(list); !cursor.at_end(); cursor.next()) {
      ASSERT_EQ(cursor.id(), 7 * ++next) << size;
      ASSERT_EQ(cursor.wdf(), next % 5) << size;
    }
    EXPECT_EQ(next, size);
    for (const Xapian::docid step : {1U, 63U, 129U, 5'000U}) {
      PostingCursor cursor(list);
      for (Xapian::docid i = 1; i <= size; i += step) {
        cursor.skip_to(7 * i - 3);
        ASSERT_EQ(cursor.id(), 7 * i) << size << ' ' << step;
      }
      cursor.skip_to(static_cast<Xapian::docid>(7 * size + 1));
      EXPECT_TRUE(cursor.at_end());
    }
  }
}

}  // namespace
}  // namespace news

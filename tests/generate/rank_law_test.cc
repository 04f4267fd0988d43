#include "corpus/generate/rank_law.h"

#include <gmock/gmock.h>

#include <vector>

namespace generate {
namespace {

TEST(RankLaw, IsThatOfZipf) {
  const RankLaw law(100'000, 1);
  Random random(1);
  std::vector<int> counts(100'000);
  for (int i = 0; i < 1'200'000; ++i) ++counts[law.draw(random)];
  // The sum of 1/r up to 100,000 is 12.09.
  EXPECT_NEAR(counts[0], 99'250, 2'000);
  EXPECT_NEAR(counts[9], 9'925, 600);
  int beyond = 0;
  for (std::size_t rank = 10'000; rank < counts.size(); ++rank) beyond += counts[rank];
  EXPECT_NEAR(beyond, 228'500, 5'000);
}

}  // namespace
}  // namespace generate

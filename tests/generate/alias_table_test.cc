#include "corpus/generate/alias_table.h"

#include <gmock/gmock.h>

#include <vector>

namespace generate {
namespace {

TEST(AliasTable, DrawsIndexesInTheSharesOfTheirWeights) {
  const AliasTable table({1, 0, 3, 6});
  Random random(1);
  std::vector<int> counts(4);
  for (int i = 0; i < 100'000; ++i) ++counts[table.draw(random)];
  EXPECT_NEAR(counts[0], 10'000, 500);
  EXPECT_EQ(counts[1], 0);
  EXPECT_NEAR(counts[2], 30'000, 700);
  EXPECT_NEAR(counts[3], 60'000, 700);
}

}  // namespace
}  // namespace generate

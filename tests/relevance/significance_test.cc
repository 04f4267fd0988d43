#include "tests/relevance/significance.h"

#include <gtest/gtest.h>

namespace news {
namespace {

TEST(Significance, OfNoDifferenceIsNone) {
  EXPECT_EQ(randomisation_test({0.5, 0.25, 1}, {0.5, 0.25, 1}), 1);
}

// With n equal differences in one direction, 2 of the 2^n ways to throw are as far from 0.
TEST(Significance, OfEqualGainsIsTheShareOfThrowsThatAreAllHeadsOrAllTails) {
  EXPECT_NEAR(randomisation_test({1, 1, 1, 1}, {0, 0, 0, 0}), 0.125, 0.005);
  EXPECT_NEAR(randomisation_test({0, 0, 0, 0, 0}, {1, 1, 1, 1, 1}), 0.0625, 0.004);
}

// Of the signs of 0.1, 0.2 and 0.4, those with a sum of at least 0.3 either way: +++ 0.7, -++ 0.5,
// +-+ 0.3, and their opposites; not --+ 0.1.
TEST(Significance, CountsThrowsInBothDirections) {
  EXPECT_NEAR(randomisation_test({0.1, 0, 0.4}, {0, 0.2, 0}), 0.75, 0.006);
}

TEST(Significance, IsTheSameForTheSameValuesAndNeverZero) {
  const std::vector<double> ours(100, 1);
  const std::vector<double> theirs(100, 0);
  const double p = randomisation_test(ours, theirs);
  EXPECT_EQ(p, 1 / 100'001.0);
  EXPECT_EQ(randomisation_test({1, 0, 1}, {0, 0.5, 0.25}),
            randomisation_test({1, 0, 1}, {0, 0.5, 0.25}));
}

}  // namespace
}  // namespace news

#include "corpus/generate/exact_math.h"

#include <gmock/gmock.h>

#include <cmath>

namespace generate {
namespace {

TEST(ExactMath, IsThatOfTheStandardLibraryButForTheLastDigits) {
  for (const double value : {0.001, 0.5, 1.0, 2.5, 400.0, 1e9}) {
    EXPECT_NEAR(logarithm(value), std::log(value), 1e-11) << value;
    EXPECT_NEAR(power(value, -1.77) / std::pow(value, -1.77), 1, 1e-11) << value;
  }
  for (const double value : {-50.0, -1.0, 0.0, 0.3, 20.0}) {
    EXPECT_NEAR(exponential(value) / std::exp(value), 1, 1e-12) << value;
  }
}

}  // namespace
}  // namespace generate

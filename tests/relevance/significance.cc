#include "tests/relevance/significance.h"

#include <cmath>
#include <cstdint>
#include <random>

namespace news {

namespace {

constexpr int throws = 100'000;
constexpr std::uint64_t seed = 20070611;

// Sums that differ by less are the same sum added in another order.
constexpr double rounding = 1e-9;

/// The sum of the differences, each with a sign of its own by chance.
double thrown_sum(const std::vector<double>& differences, std::mt19937_64& coins) {
  double sum = 0;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < differences.size(); ++i) {
    if (i % 64 == 0) bits = coins();
    sum += (bits & 1) == 0 ? differences[i] : -differences[i];
    bits >>= 1;
  }
  return sum;
}

}  // namespace

double randomisation_test(const std::vector<double>& ours, const std::vector<double>& theirs) {
  std::vector<double> differences;
  double seen = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    differences.push_back(ours[i] - theirs[i]);
    seen += differences.back();
  }
  std::mt19937_64 coins(seed);  // NOLINT: the same throws every time, on purpose
  int as_far = 0;
  for (int i = 0; i < throws; ++i) {
    if (std::abs(thrown_sum(differences, coins)) >= std::abs(seen) - rounding) ++as_far;
  }
  return (as_far + 1.0) / (throws + 1.0);  // what was seen is one of the throws
}

}  // namespace news

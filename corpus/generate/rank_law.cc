#include "corpus/generate/rank_law.h"

#include <algorithm>

#include "corpus/generate/exact_math.h"

namespace generate {

namespace {

constexpr std::uint32_t exact_ranks = 1024;

std::vector<std::uint32_t> begins_of_bins(std::uint32_t ranks) {
  std::vector<std::uint32_t> begins;
  std::uint32_t rank = 0;
  while (rank < ranks) {
    begins.push_back(rank);
    const std::uint32_t width = rank < exact_ranks ? 1 : rank / 64;
    rank += std::min(width, ranks - rank);
  }
  begins.push_back(ranks);
  return begins;
}

/// The share of a bin: that of the rank in its middle, times its ranks.
std::vector<double> weights_of_bins(const std::vector<std::uint32_t>& begins, double exponent,
                                    double shift) {
  std::vector<double> weights;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    const double width = begins[i + 1] - begins[i];
    const double middle = begins[i] + (width - 1) / 2;
    weights.push_back(width * power(middle + 1 + shift, -exponent));
  }
  return weights;
}

}  // namespace

RankLaw::RankLaw(std::uint32_t ranks, double exponent, double shift)
    : begins_(begins_of_bins(ranks)), bins_(weights_of_bins(begins_, exponent, shift)) {}

}  // namespace generate

#pragma once

#include <cstdint>
#include <vector>

#include "corpus/generate/alias_table.h"

namespace generate {

/// Draws ranks from 0 by the law of Zipf as Mandelbrot wrote it: rank r has a share in proportion
/// to (r + 1 + shift) ^ -exponent. The first ranks are drawn exactly; later ones in bins of 1/64 of
/// their rank, alike within a bin, so a tail of a billion ranks takes a table of 16 kB.
class RankLaw {
 public:
  RankLaw(std::uint32_t ranks, double exponent, double shift = 0);

  std::uint32_t draw(Random& random) const {
    const std::uint32_t bin = bins_.draw(random);
    const std::uint32_t width = begins_[bin + 1] - begins_[bin];
    return width == 1 ? begins_[bin] : begins_[bin] + random.below(width);
  }

 private:
  std::vector<std::uint32_t> begins_;  ///< Of each bin, and the end of the last.
  AliasTable bins_;
};

}  // namespace generate

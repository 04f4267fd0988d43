#pragma once

#include <cstdint>
#include <vector>

#include "corpus/generate/random.h"

namespace generate {

/// Draws indexes in the shares of their weights, each in constant time: the alias method (Walker
/// 1977) with tables as Vose builds them ("A linear algorithm for generating random numbers with a
/// given distribution", 1991).
class AliasTable {
 public:
  /// At least one weight, fewer than 2^32, none negative, not all 0.
  explicit AliasTable(const std::vector<double>& weights);

  std::uint32_t draw(Random& random) const {
    const std::uint64_t bits = random.next();
    const auto slot = static_cast<std::uint32_t>(((bits >> 32) * slots_.size()) >> 32);
    const Slot& chosen = slots_[slot];
    return static_cast<std::uint32_t>(bits) < chosen.own ? slot : chosen.other;
  }

 private:
  struct Slot {
    std::uint32_t own = 0xffffffff;  ///< The share of the slot's own index, of 2^32.
    std::uint32_t other = 0;         ///< The index that has the rest.
  };

  std::vector<Slot> slots_;
};

}  // namespace generate

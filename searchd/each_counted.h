#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace news {

/// Calls `take(place, count)` for each count that is not 0. Most mostly are, and are passed over by
/// sixteen.
template <typename Take>
void each_counted(const std::vector<std::uint32_t>& counts, const Take& take) {
  constexpr std::size_t at_once = 16;
  for (std::size_t begin = 0; begin < counts.size(); begin += at_once) {
    const std::size_t end = std::min(begin + at_once, counts.size());
    std::uint32_t any = 0;
    for (std::size_t i = begin; i < end; ++i) any |= counts[i];
    if (any == 0) continue;
    for (std::size_t i = begin; i < end; ++i) {
      if (counts[i] > 0) take(static_cast<std::uint32_t>(i), counts[i]);
    }
  }
}

}  // namespace news

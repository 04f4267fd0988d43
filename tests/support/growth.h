#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <functional>
#include <limits>

namespace news {

/// How many times as long something of four times the size takes, by the processor's time: 4 where
/// it is linear, 16 where it is quadratic, whatever the machine and the compiler's options. What
/// takes no time to speak of has not grown: 1.
inline double growth(std::size_t size, const std::function<void(std::size_t)>& run) {
  constexpr std::clock_t negligible = CLOCKS_PER_SEC / 100;
  const auto least_of_three = [&](std::size_t how_much) {
    std::clock_t least = std::numeric_limits<std::clock_t>::max();
    for (int i = 0; i < 3; ++i) {
      const std::clock_t begin = std::clock();
      run(how_much);
      least = std::min(least, std::clock() - begin);
    }
    return least;
  };
  const std::clock_t large = least_of_three(4 * size);
  if (large <= negligible) return 1;
  return static_cast<double>(large) /
         static_cast<double>(std::max<std::clock_t>(least_of_three(size), 1));
}

/// Between linear and quadratic.
constexpr double linear_at_most = 8;

}  // namespace news

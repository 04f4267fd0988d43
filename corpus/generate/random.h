#pragma once

#include <cstdint>

namespace generate {

/// A stream of random numbers that is the same on every machine: splitmix64 (Steele, Lea, Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014). std::*_distribution would not
/// be, so what is drawn from it is here and in AliasTable and RankLaw.
/// Draw at most once in an expression, unless it does not matter which comes first: compilers
/// differ in the order.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  /// The stream of one thing of one kind: article 7, story 12. Streams of neighbours are unlike.
  Random(std::uint64_t seed, std::uint64_t kind, std::uint64_t number)
      : state_(mix(mix(seed + kind * step) + number * step)) {}

  std::uint64_t next() { return mix(state_ += step); }
  /// From 0 to `bound` - 1; the error of the shares is below `bound` / 2^32.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }
  /// Both ends included.
  std::uint32_t between(std::uint32_t least, std::uint32_t most) {
    return least + below(most - least + 1);
  }
  /// At least 0, less than 1.
  double share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  bool chance(double probability) { return share() < probability; }

  static std::uint64_t mix(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
  }

 private:
  static constexpr std::uint64_t step = 0x9e3779b97f4a7c15;

  std::uint64_t state_;
};

}  // namespace generate

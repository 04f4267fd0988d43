#pragma once

#include <endian.h>

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace news {

/// A term as two numbers, or the beginning of one that is longer than fifteen bytes, as few are.
/// Keys are in the order of their terms; equal ones are of the same term, if it is whole in them.
class TermKey {
 public:
  TermKey() = default;
  explicit TermKey(std::string_view term) {
    std::array<char, 2 * sizeof(std::uint64_t)> bytes{};
    std::copy_n(term.data(), std::min(term.size(), most), bytes.data());
    bytes.back() = static_cast<char>(std::min(term.size(), most + 1));
    const auto numbers = std::bit_cast<std::array<std::uint64_t, 2>>(bytes);
    first_ = be64toh(numbers[0]);
    then_ = be64toh(numbers[1]);
  }
  /// Behind those of all terms.
  static TermKey last() {
    TermKey key;
    key.first_ = key.then_ = ~std::uint64_t{0};
    return key;
  }

  bool is_whole() const { return (then_ & 0xff) <= most; }
  auto operator<=>(const TermKey&) const = default;

 private:
  static constexpr std::size_t most = 15;

  std::uint64_t first_ = 0;
  std::uint64_t then_ = 0;  // with the size of the term as its last byte, or that it is longer
};

}  // namespace news

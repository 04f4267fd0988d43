#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Terms, each once, by the order in which they came. For one thread.
class TermTable {
 public:
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::uint32_t place) const;
  /// The place of a term, which is size() if it has not come before.
  std::uint32_t place_of(std::string_view term);
  /// Says that it will be asked for soon: what it is found by is on its way from memory then.
  void expect(std::string_view term) const;

 private:
  /// A term that is found without a look at where the terms stand: most are no longer than this.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t then = 0;  ///< With the size as its last byte, or that it is longer.

    bool operator==(const Key&) const = default;
  };
  struct Slot {
    Key key;
    std::uint32_t hash = 0;
    std::uint32_t place = none;
  };
  static constexpr std::uint32_t none = ~0U;

  static Key key_of(std::string_view term);
  void grow();

  std::vector<Slot> slots_;  // a power of two, less than half of them taken
  std::string terms_;        // one after another
  std::vector<std::size_t> ends_;
};

}  // namespace news

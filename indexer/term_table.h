#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/term_key.h"

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
  struct Slot {
    TermKey key;
    std::uint32_t hash = 0;
    std::uint32_t place = none;
  };
  static constexpr std::uint32_t none = ~0U;

  void grow();

  std::vector<Slot> slots_;  // a power of two, less than half of them taken
  std::string terms_;        // one after another
  std::vector<std::size_t> ends_;
};

}  // namespace news

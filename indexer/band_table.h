#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace news {

/// Which articles have which band (bands_of), in memory: 8 bytes for each in a table that is a
/// third to two thirds full, so some 200 bytes an article. Of a band of many articles the first few
/// are kept. A band is known by 32 bits, so that among a million articles one in 300 bands is taken
/// for another. For one thread.
class BandTable {
 public:
  /// Of a band.
  static constexpr std::size_t most_kept = 9;

  BandTable() : slots_(least_slots) {}

  /// `number` is not 0, and no smaller than those before.
  void add(std::size_t band, std::uint32_t hash, std::uint32_t number);
  /// The articles with that band, ascending, at most `most_kept`.
  std::vector<std::uint32_t> find(std::size_t band, std::uint32_t hash) const;

 private:
  static constexpr std::size_t least_slots = 1u << 16;
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t number = 0;  // 0: free
  };
  void put(Slot slot);
  std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }

  std::vector<Slot> slots_;  // a power of two of them, probed one after another
  std::size_t used_ = 0;
};

}  // namespace news

#include "indexer/band_table.h"

#include <algorithm>
#include <utility>

namespace news {

namespace {

/// The finalizer of splitmix64 (S. Vigna, public domain), by which near inputs part.
std::uint32_t key_of(std::size_t band, std::uint32_t hash) {
  std::uint64_t x = (std::uint64_t{band} << 32 | hash) + 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return static_cast<std::uint32_t>(x >> 32);
}

}  // namespace

void BandTable::put(Slot slot) {
  std::size_t same = 0;
  std::size_t at = slot.key & (slots_.size() - 1);
  for (; slots_[at].number != 0; at = next(at)) {
    if (slots_[at].key == slot.key && ++same == most_kept) return;
  }
  slots_[at] = slot;
  ++used_;
}

void BandTable::add(std::size_t band, std::uint32_t hash, std::uint32_t number) {
  if (3 * used_ >= 2 * slots_.size()) {
    std::vector<Slot> before(2 * slots_.size());
    std::swap(before, slots_);
    used_ = 0;
    for (const Slot& slot : before) {
      if (slot.number != 0) put(slot);
    }
  }
  put({key_of(band, hash), number});
}

std::vector<std::uint32_t> BandTable::find(std::size_t band, std::uint32_t hash) const {
  const std::uint32_t key = key_of(band, hash);
  std::vector<std::uint32_t> numbers;
  for (std::size_t at = key & (slots_.size() - 1); slots_[at].number != 0; at = next(at)) {
    if (slots_[at].key == key) numbers.push_back(slots_[at].number);
  }
  std::sort(numbers.begin(), numbers.end());  // growing may have changed their places
  return numbers;
}

}  // namespace news

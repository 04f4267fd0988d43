#include "indexer/term_table.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace news {

std::string_view TermTable::operator[](std::uint32_t place) const {
  const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
  return std::string_view(terms_).substr(begin, ends_[place] - begin);
}

std::uint32_t TermTable::place_of(std::string_view term) {
  if (2 * (size() + 1) > slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
  const std::size_t mask = slots_.size() - 1;
  const TermKey key(term);
  std::size_t i = hash & mask;
  for (; slots_[i].place != none; i = (i + 1) & mask) {
    if (slots_[i].hash != hash || slots_[i].key != key) continue;
    if (key.is_whole() || (*this)[slots_[i].place] == term) return slots_[i].place;
  }
  slots_[i] = {key, hash, static_cast<std::uint32_t>(size())};
  terms_ += term;
  ends_.push_back(terms_.size());
  return slots_[i].place;
}

void TermTable::expect(std::string_view term) const {
  if (slots_.empty()) return;
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
}

void TermTable::grow() {
  constexpr std::size_t least = 1U << 16;
  std::vector<Slot> larger(std::max(least, 2 * slots_.size()));
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.place == none) continue;
    std::size_t i = slot.hash & mask;
    while (larger[i].place != none) i = (i + 1) & mask;
    larger[i] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace news

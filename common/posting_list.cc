#include "common/posting_list.h"

#include <algorithm>
#include <cstring>

namespace news {

namespace {

// So many postings of one byte each are passed over at once: their steps, each below 32, add up in
// one byte.
constexpr int leaped = sizeof(std::uint64_t);

}  // namespace

/// What a posting is more than the one before, four times, and how often the term is in the article
/// if that is below three; else three, and what it is more.
void PostingPacker::add(Xapian::docid id, Xapian::termcount wdf) {
  if (size_++ % PostingList::block_size == 0) {
    blocks_.push_back({last_, static_cast<std::uint32_t>(bytes_.size())});
  }
  put(std::uint64_t{id - last_} << 2 | std::min<Xapian::termcount>(wdf, 3));
  if (wdf >= 3) put(wdf - 3);
  last_ = id;
}

void PostingPacker::put(std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) bytes_.push_back(static_cast<std::uint8_t>(number | 0x80));
  bytes_.push_back(static_cast<std::uint8_t>(number));
}

void PostingPacker::clear() {
  blocks_.clear();
  bytes_.clear();
  size_ = 0;
  last_ = 0;
}

void PostingPacker::shrink() {
  blocks_.shrink_to_fit();
  bytes_.shrink_to_fit();
}

std::size_t PostingPacker::memory() const {
  return blocks_.capacity() * sizeof(PostingList::Block) + bytes_.capacity();
}

/// `block` is one that there is, or the one after the last.
void PostingCursor::enter(std::size_t block) {
  block_ = block;
  const std::size_t first = block * PostingList::block_size;
  left_ = first < list_.size ? std::min(PostingList::block_size, list_.size - first) : 0;
  if (left_ == 0) return;
  id_ = list_.blocks[block].before;
  at_ = list_.bytes + list_.blocks[block].begin;
}

void PostingCursor::skip_to(Xapian::docid id) {
  if (id_ >= id) return;
  const std::span<const PostingList::Block> blocks = list_.blocks;
  if (block_ + 1 < blocks.size() && blocks[block_ + 1].before < id) {
    // Often it is not far.
    std::size_t step = 1;
    while (block_ + 2 * step < blocks.size() && blocks[block_ + 2 * step].before < id) step *= 2;
    const auto after = std::partition_point(
        blocks.begin() + static_cast<std::ptrdiff_t>(block_ + step),
        blocks.begin() + static_cast<std::ptrdiff_t>(std::min(block_ + 2 * step, blocks.size())),
        [id](const PostingList::Block& block) { return block.before < id; });
    enter(static_cast<std::size_t>(after - blocks.begin()) - 1);
    next();
  }
  while (id_ < id) {
    if (leap(id)) continue;
    for (int i = 0; i < leaped / 2 && id_ < id; ++i) next();
  }
}

/// Past the next postings where each is one byte and all are before `id`: of a frequent term most
/// are. False if it stays where it is; the next is to be read after that.
bool PostingCursor::leap(Xapian::docid id) {
  constexpr std::uint64_t each = 0x0101'0101'0101'0101;
  if (left_ <= leaped) return false;
  std::uint64_t packed = 0;
  std::memcpy(&packed, at_, sizeof(packed));
  const std::uint64_t longer = packed >> 7;            // goes on in the next byte
  const std::uint64_t often = packed & (packed >> 1);  // has a count beside it
  if (((longer | often) & each) != 0) return false;
  const auto steps = static_cast<Xapian::docid>((packed >> 2 & 0x1f * each) * each >> 56);
  if (id_ + steps >= id) return false;
  id_ += steps;
  at_ += leaped;
  left_ -= leaped;
  return true;
}

}  // namespace news

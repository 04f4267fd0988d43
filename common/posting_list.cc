#include "common/posting_list.h"

#include <algorithm>
#include <cstring>

namespace news {

namespace {

// So many postings of one byte each are passed over at once: their steps, each below 32, add up in
// one byte.
constexpr std::size_t leaped = sizeof(std::uint64_t);

/// What the next postings add to the number where each is one byte, as of a frequent term most are;
/// else 0.
Xapian::docid steps_of(const std::uint8_t* postings) {
  constexpr std::uint64_t each = 0x0101'0101'0101'0101;
  std::uint64_t packed = 0;
  std::memcpy(&packed, postings, sizeof(packed));
  const std::uint64_t longer = packed >> 7;            // goes on in the next byte
  const std::uint64_t often = packed & (packed >> 1);  // has a count beside it
  if (((longer | often) & each) != 0) return 0;
  return static_cast<Xapian::docid>((packed >> 2 & 0x1f * each) * each >> 56);
}

}  // namespace

/// What a posting is more than the one before, four times, and how often the term is in the article
/// if that is below three; else three, and what it is more.
void PostingPacker::add(Xapian::docid id, Xapian::termcount wdf) {
  if (size_ == PostingList::long_size) join_blocks();
  if (size_ % PostingList::block_size_of(size_ + 1) == 0) {
    blocks_.push_back({last_, static_cast<std::uint32_t>(bytes_.size())});
  }
  ++size_;
  put(std::uint64_t{id - last_} << 2 | std::min<Xapian::termcount>(wdf, 3));
  if (wdf >= 3) put(wdf - 3);
  last_ = id;
}

/// Each with the next.
void PostingPacker::join_blocks() {
  for (std::size_t i = 0; 2 * i < blocks_.size(); ++i) blocks_[i] = blocks_[2 * i];
  blocks_.resize(blocks_.size() / 2);
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
  const std::size_t first = block * block_size_;
  left_ = first < list_.size ? std::min(block_size_, list_.size - first) : 0;
  if (left_ == 0) return;
  id_ = list_.blocks[block].before;
  at_ = list_.bytes + list_.blocks[block].begin;
}

/// To the block that has it, or the last.
void PostingCursor::seek_block(Xapian::docid id) {
  const std::span<const PostingList::Block> blocks = list_.blocks;
  if (block_ + 1 >= blocks.size() || blocks[block_ + 1].before >= id) return;
  // Often it is not far.
  std::size_t step = 1;
  while (block_ + 2 * step < blocks.size() && blocks[block_ + 2 * step].before < id) step *= 2;
  const auto after = std::partition_point(
      blocks.begin() + static_cast<std::ptrdiff_t>(block_ + step),
      blocks.begin() + static_cast<std::ptrdiff_t>(std::min(block_ + 2 * step, blocks.size())),
      [id](const PostingList::Block& block) { return block.before < id; });
  enter(static_cast<std::size_t>(after - blocks.begin()) - 1);
}

/// What it works with is put back at the end only: bytes that are read could be any of it, so that
/// each change would have to be stored before the next is read.
void PostingCursor::seek(Xapian::docid id) {
  seek_block(id);
  const std::uint8_t* at = at_;
  std::size_t left = left_;
  Xapian::docid reached = id_;
  Xapian::termcount wdf = wdf_;
  while (reached < id && left > 0) {
    const Xapian::docid steps = left > leaped ? steps_of(at) : 0;
    if (steps > 0 && reached + steps < id) {
      reached += steps;
      at += leaped;
      left -= leaped;
      continue;
    }
    for (std::size_t i = 0; i < leaped / 2 && reached < id && left > 0; ++i, --left) {
      take(at, reached, wdf);
    }
  }
  at_ = at;
  left_ = left;
  id_ = reached;
  wdf_ = wdf;
  if (id_ < id) next();  // all of the last block are before it
}

}  // namespace news

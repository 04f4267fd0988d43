#include "common/posting_list.h"

#include <algorithm>
#include <utility>

namespace news {

void PostingPacker::add(Xapian::docid id, Xapian::termcount wdf) {
  const std::size_t place = size_++ % PostingBlock::size;
  if (place == 0) blocks_.push_back({before_, static_cast<std::uint32_t>(full_)});
  last_block_[place] = {id, wdf};
  if (place + 1 < PostingBlock::size) return;
  bytes_.resize(full_);
  PostingBlock::pack(last_block_, before_, bytes_);
  full_ = bytes_.size();
  before_ = id;
}

PostingList PostingPacker::list() {
  bytes_.resize(full_);
  Xapian::docid before = before_;
  for (std::size_t i = 0; i < size_ % PostingBlock::size; ++i) {
    PostingBlock::pack_one(last_block_[i], std::exchange(before, last_block_[i].id), bytes_);
  }
  return {blocks_, bytes_, size_};
}

void PostingPacker::clear() {
  blocks_.clear();
  bytes_.clear();
  full_ = 0;
  size_ = 0;
  before_ = 0;
}

void PostingPacker::shrink() {
  blocks_.shrink_to_fit();
  bytes_.shrink_to_fit();
}

std::size_t PostingPacker::memory() const {
  return blocks_.capacity() * sizeof(PostingList::Block) + bytes_.capacity();
}

/// The end, where there is no such block.
void PostingCursor::enter(std::size_t number) {
  number_ = number;
  place_ = 0;
  const std::size_t first = number * PostingBlock::size;
  const std::size_t count =
      first < list_.size ? std::min(PostingBlock::size, list_.size - first) : 0;
  if (count == 0) {
    block_.clear();
    id_ = ended;
    return;
  }
  const PostingList::Block& begin = list_.blocks[number];
  block_.read(&list_.bytes[begin.begin], begin.before, count);
  id_ = block_.id(0);
}

/// The block that has it, or the last; it is behind this one.
std::size_t PostingCursor::block_of(Xapian::docid id) const {
  const std::span<const PostingList::Block> blocks = list_.blocks;
  // Often it is not far.
  std::size_t step = 1;
  while (number_ + 2 * step < blocks.size() && blocks[number_ + 2 * step].before < id) step *= 2;
  const auto after = std::partition_point(
      blocks.begin() + static_cast<std::ptrdiff_t>(number_ + step),
      blocks.begin() + static_cast<std::ptrdiff_t>(std::min(number_ + 2 * step, blocks.size())),
      [id](const PostingList::Block& block) { return block.before < id; });
  return static_cast<std::size_t>(after - blocks.begin()) - 1;
}

void PostingCursor::seek(Xapian::docid id) {
  if (block_.last() < id) {
    if (number_ + 1 < list_.blocks.size()) enter(block_of(id));
    if (block_.last() < id) return enter(number_ + 1);  // the last block ends before it
  }
  place_ = block_.below(id);
  id_ = block_.id(place_);
}

}  // namespace news

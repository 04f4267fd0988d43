#include "searchd/postings.h"

#include <algorithm>

namespace news {

Postings::Postings(const Xapian::Database& part, const std::string& term) {
  Xapian::docid before = 0;
  const auto end = part.postlist_end(term);
  for (auto posting = part.postlist_begin(term); posting != end; ++posting, ++size_) {
    if (size_ % block_size == 0) {
      blocks_.push_back({before, static_cast<std::uint32_t>(bytes_.size())});
    }
    put(*posting - before);
    put(posting.get_wdf());
    before = *posting;
  }
  bytes_.shrink_to_fit();
  blocks_.shrink_to_fit();
}

void Postings::put(std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) bytes_.push_back(static_cast<std::uint8_t>(number | 0x80));
  bytes_.push_back(static_cast<std::uint8_t>(number));
}

std::size_t Postings::bytes() const {
  return sizeof(*this) + bytes_.capacity() + blocks_.capacity() * sizeof(Block);
}

/// `block` is one that there is, or the one after the last.
void PostingCursor::enter(std::size_t block) {
  block_ = block;
  const std::size_t first = block * Postings::block_size;
  left_ = first < postings_->size_ ? std::min(Postings::block_size, postings_->size_ - first) : 0;
  if (left_ == 0) return;
  id_ = postings_->blocks_[block].before;
  at_ = postings_->blocks_[block].begin;
}

void PostingCursor::skip_to(Xapian::docid id) {
  if (id_ >= id) return;
  const std::vector<Postings::Block>& blocks = postings_->blocks_;
  if (block_ + 1 < blocks.size() && blocks[block_ + 1].before < id) {
    const auto after =
        std::partition_point(blocks.begin() + static_cast<std::ptrdiff_t>(block_) + 2, blocks.end(),
                             [id](const Postings::Block& block) { return block.before < id; });
    enter(static_cast<std::size_t>(after - blocks.begin()) - 1);
    next();
  }
  while (id_ < id) next();
}

}  // namespace news

#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "common/posting_block.h"

namespace news {

/// The postings of a term, packed in blocks, about a byte each. What it refers to must outlive it.
struct PostingList {
  /// Where so many postings begin.
  struct Block {
    Xapian::docid before;  ///< The number of the article before, 0 if there is none.
    std::uint32_t begin;   ///< In the bytes.
  };
  static constexpr std::size_t blocks_of(std::size_t size) {
    return (size + PostingBlock::size - 1) / PostingBlock::size;
  }

  std::span<const Block> blocks;
  std::span<const std::uint8_t> bytes;
  std::size_t size = 0;
};

/// Packs postings, ascending by number.
class PostingPacker {
 public:
  void add(Xapian::docid id, Xapian::termcount wdf);
  std::size_t size() const { return size_; }
  /// Until the next is added.
  PostingList list();
  void clear();
  /// Gives back the memory that more would take.
  void shrink();
  std::size_t memory() const;

 private:
  std::vector<PostingList::Block> blocks_;
  std::vector<std::uint8_t> bytes_;  // of full blocks, and of the last once list() was called
  std::size_t full_ = 0;             // bytes of full blocks
  std::size_t size_ = 0;
  Xapian::docid before_ = 0;                            // the last block
  std::array<Posting, PostingBlock::size> last_block_;  // of which size_ % PostingBlock::size are
};

/// Goes through postings, ascending.
class PostingCursor {
 public:
  explicit PostingCursor(const PostingList& list) : list_(list) { enter(0); }

  bool at_end() const { return id_ == ended; }
  /// The highest number there is, at the end.
  Xapian::docid id() const { return id_; }
  /// Not at the end.
  Xapian::termcount wdf() const { return block_.wdf(place_); }
  void next() {
    if (++place_ < block_.count()) {
      id_ = block_.id(place_);
    } else {
      enter(number_ + 1);
    }
  }
  /// To the first that is no less than `id`; stays where it is if that is.
  void skip_to(Xapian::docid id) {
    if (id_ < id) seek(id);
  }

 private:
  static constexpr Xapian::docid ended = ~Xapian::docid{0};

  void enter(std::size_t number);
  void seek(Xapian::docid id);
  std::size_t block_of(Xapian::docid id) const;

  PostingList list_;
  PostingBlock block_;      // the one it is in
  std::size_t number_ = 0;  // of that
  std::size_t place_ = 0;
  Xapian::docid id_ = 0;
};

}  // namespace news

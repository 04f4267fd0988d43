#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace news {

/// The postings of a term in one part of an index, in memory: some two bytes each, and read at two
/// nanoseconds each, where Xapian's iterator takes sixty. Never changes, so any number of threads
/// may read it.
class Postings {
 public:
  /// Throws what Xapian throws.
  Postings(const Xapian::Database& part, const std::string& term);

  std::size_t size() const { return size_; }
  /// Of memory.
  std::size_t bytes() const;

 private:
  friend class PostingCursor;

  /// Where a block of postings begins; each is written as what it is more than the one before.
  struct Block {
    Xapian::docid before;
    std::uint32_t begin;  // in bytes_
  };
  static constexpr std::size_t block_size = 128;

  void put(std::uint32_t number);

  std::vector<Block> blocks_;
  std::vector<std::uint8_t> bytes_;
  std::size_t size_ = 0;
};

/// Goes through postings, ascending. They must outlive it.
class PostingCursor {
 public:
  explicit PostingCursor(const Postings& postings) : postings_(&postings) {
    enter(0);
    next();
  }

  bool at_end() const { return id_ == ended; }
  /// The highest number there is, at the end.
  Xapian::docid id() const { return id_; }
  Xapian::termcount wdf() const { return wdf_; }
  void next() {
    if (left_ == 0) enter(block_ + 1);
    if (left_ == 0) {
      id_ = ended;
      return;
    }
    --left_;
    id_ += number();
    wdf_ = number();
  }
  /// To the first that is no less than `id`; stays where it is if that is.
  void skip_to(Xapian::docid id);

 private:
  static constexpr Xapian::docid ended = ~Xapian::docid{0};

  std::uint32_t number() {
    std::uint32_t byte = postings_->bytes_[at_++];
    if (byte < 0x80) return byte;
    std::uint32_t number = byte & 0x7f;
    for (unsigned shift = 7; byte >= 0x80; shift += 7) {
      byte = postings_->bytes_[at_++];
      number |= (byte & 0x7f) << shift;
    }
    return number;
  }
  void enter(std::size_t block);

  const Postings* postings_;
  std::size_t block_ = 0;
  std::size_t left_ = 0;  // of the block
  std::uint32_t at_ = 0;  // in the bytes
  Xapian::docid id_ = 0;
  Xapian::termcount wdf_ = 0;
};

}  // namespace news

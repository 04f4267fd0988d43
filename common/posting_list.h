#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace news {

/// The postings of a term, packed: one to three bytes each, and read at two nanoseconds each, where
/// Xapian's iterator takes sixty. What it refers to must outlive it.
struct PostingList {
  /// Where so many postings begin.
  struct Block {
    Xapian::docid before;  ///< The number of the article before, 0 if there is none.
    std::uint32_t begin;   ///< In the bytes.
  };
  static constexpr std::size_t block_size = 64;
  /// A list of more has blocks twice as large: most of its postings are a byte, and passed over by
  /// eight at once.
  static constexpr std::size_t long_size = 1u << 15;
  static constexpr std::size_t block_size_of(std::size_t size) {
    return size > long_size ? 2 * block_size : block_size;
  }
  static constexpr std::size_t blocks_of(std::size_t size) {
    return (size + block_size_of(size) - 1) / block_size_of(size);
  }

  std::span<const Block> blocks;
  const std::uint8_t* bytes = nullptr;
  std::size_t size = 0;
};

/// Packs postings, ascending by number.
class PostingPacker {
 public:
  void add(Xapian::docid id, Xapian::termcount wdf);
  /// Until the next is added.
  PostingList list() const { return {blocks_, bytes_.data(), size_}; }
  std::span<const std::uint8_t> bytes() const { return bytes_; }
  void clear();
  /// Gives back the memory that more would take.
  void shrink();
  std::size_t memory() const;

 private:
  void put(std::uint64_t number);
  void join_blocks();

  std::vector<PostingList::Block> blocks_;
  std::vector<std::uint8_t> bytes_;
  std::size_t size_ = 0;
  Xapian::docid last_ = 0;
};

/// Goes through postings, ascending.
class PostingCursor {
 public:
  explicit PostingCursor(const PostingList& list)
      : list_(list), block_size_(PostingList::block_size_of(list.size)) {
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
    take(at_, id_, wdf_);
  }
  /// To the first that is no less than `id`; stays where it is if that is.
  void skip_to(Xapian::docid id) {
    if (id_ < id) seek(id);
  }

 private:
  static constexpr Xapian::docid ended = ~Xapian::docid{0};

  static std::uint64_t number(const std::uint8_t*& at) {
    std::uint64_t byte = *at++;
    if (byte < 0x80) return byte;
    std::uint64_t number = byte & 0x7f;
    for (unsigned shift = 7; byte >= 0x80; shift += 7) {
      byte = *at++;
      number |= (byte & 0x7f) << shift;
    }
    return number;
  }
  static void take(const std::uint8_t*& at, Xapian::docid& id, Xapian::termcount& wdf) {
    const std::uint64_t packed = number(at);
    id += static_cast<Xapian::docid>(packed >> 2);
    wdf = packed & 3;
    if (wdf == 3) wdf += static_cast<Xapian::termcount>(number(at));
  }
  void enter(std::size_t block);
  void seek(Xapian::docid id);
  void seek_block(Xapian::docid id);

  PostingList list_;
  std::size_t block_size_;
  const std::uint8_t* at_ = nullptr;
  std::size_t block_ = 0;
  std::size_t left_ = 0;  // of the block
  Xapian::docid id_ = 0;
  Xapian::termcount wdf_ = 0;
};

}  // namespace news

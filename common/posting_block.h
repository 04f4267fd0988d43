#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace news {

/// An article that has a term, and how often.
struct Posting {
  Xapian::docid id = 0;
  Xapian::termcount wdf = 0;

  friend bool operator==(const Posting&, const Posting&) = default;
};

/// Up to so many neighbours of a list of postings, taken apart: numbers by four at a time, without
/// a branch; counts when they are asked for, as most never are. For one thread.
///
/// A full block is packed as two bytes, how many bits steps have and how many exceptions there are;
/// the steps, what each number is more than the one before less one; the counts, two bits each, of
/// 3 or more as 3; the exceptions, which are steps that do not fit, as the place of each and a
/// varint of what it lacks; and of each count of 3 or more a varint of what it is more. So few bits
/// are taken that the whole is smallest (PFOR, Zukowski et al. 2006). What does not fill a block is
/// varints: the step, four times, and the count if that is below three, else three and what it is
/// more.
class PostingBlock {
 public:
  static constexpr std::size_t size = 64;

  /// Appends those of a full block, ascending from behind `before`.
  static void pack(const std::array<Posting, size>& postings, Xapian::docid before,
                   std::vector<std::uint8_t>& bytes);
  /// Appends one of those that do not fill a block.
  static void pack_one(const Posting& posting, Xapian::docid before,
                       std::vector<std::uint8_t>& bytes);

  /// Takes apart `count` postings behind `before`. The bytes must outlive the use of wdf().
  void read(const std::uint8_t* bytes, Xapian::docid before, std::size_t count);
  void clear() { count_ = 0; }

  std::size_t count() const { return count_; }
  /// The highest number, where there are any.
  Xapian::docid last() const { return id(count_ - 1); }
  /// By place, ascending; `place` is below count().
  Xapian::docid id(std::size_t place) const { return ids_[lane_place(place)]; }
  /// How many numbers are below that, without a branch.
  std::size_t below(Xapian::docid id) const;
  Xapian::termcount wdf(std::size_t place) const {
    if (counts_ != nullptr) {
      const unsigned count = counts_[place / 4] >> 2 * (place % 4) & 3U;
      if (count < often) return count;
      read_counts();
    }
    return wdfs_[lane_place(place)];
  }

 private:
  static constexpr Xapian::termcount often = 3;
  using Steps = std::array<std::uint32_t, size>;

  // A processor works on four at a time. These are no neighbours, but one each of four lanes of
  // neighbours that stand side by side, so that the sums of all lanes are made at once.
  static constexpr std::size_t lanes = 4;
  static constexpr std::size_t lane_size = size / lanes;
  static constexpr std::size_t lane_place(std::size_t place) {
    return lanes * (place % lane_size) + place / lane_size;
  }

  static unsigned best_bits(const Steps& steps);
  static void pack_steps(const Steps& steps, unsigned bits, std::vector<std::uint8_t>& bytes);
  void read_few(const std::uint8_t* bytes, Xapian::docid before);
  void read_full(const std::uint8_t* bytes, Xapian::docid before);
  void read_steps(const std::uint8_t* packed, unsigned bits);
  void add_steps(Xapian::docid before);
  void read_counts() const;

  std::array<std::uint32_t, size> ids_;  // by lane_place(); the highest number behind the last
  std::size_t count_ = 0;
  // Counts are unpacked when the first is asked for that two bits do not hold.
  mutable std::array<std::uint32_t, size> wdfs_;  // by lane_place(), once unpacked
  mutable const std::uint8_t* counts_ = nullptr;  // nullptr: unpacked
  const std::uint8_t* more_ = nullptr;            // of those that two bits do not hold
};

}  // namespace news

#include "common/posting_block.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <utility>

#include "common/varint.h"

namespace news {

namespace {

// Four numbers, and what comparing them gives: all bits where it is true.
using Four [[gnu::vector_size(16)]] = std::uint32_t;
using FourSigned [[gnu::vector_size(16)]] = std::int32_t;

constexpr unsigned number_bits = 32;
constexpr std::size_t counts_size = PostingBlock::size / 4;

std::uint32_t low_bits(unsigned bits) {
  return bits < number_bits ? (std::uint32_t{1} << bits) - 1
                            : std::numeric_limits<std::uint32_t>::max();
}

Four load(const std::uint32_t* from) {
  Four four;
  std::memcpy(&four, from, sizeof(four));
  return four;
}

void store(const Four& four, std::uint32_t* to) { std::memcpy(to, &four, sizeof(four)); }

Four all(std::uint32_t value) { return Four{} + value; }

std::uint64_t take(const std::uint8_t*& at) {
  std::uint64_t byte = *at++;
  if (byte < 0x80) return byte;
  std::uint64_t number = byte & 0x7f;
  for (unsigned shift = 7; byte >= 0x80; shift += 7) {
    byte = *at++;
    number |= (byte & 0x7f) << shift;
  }
  return number;
}

template <typename Value>
void put_values(std::vector<std::uint8_t>& bytes, const Value* values, std::size_t count) {
  const auto* const first = reinterpret_cast<const std::uint8_t*>(values);
  bytes.insert(bytes.end(), first, first + count * sizeof(Value));
}

}  // namespace

/// How many bits of each make all smallest. An exception takes a byte for its place, and one for
/// every seven bits that it lacks.
unsigned PostingBlock::best_bits(const Steps& steps) {
  std::array<unsigned, number_bits + 1> longer{};  // by bits: how many steps have more
  for (const std::uint32_t step : steps) ++longer[static_cast<unsigned>(std::bit_width(step))];
  unsigned sum = 0;
  for (unsigned bits = number_bits + 1; bits-- > 0;) sum += std::exchange(longer[bits], sum);
  unsigned best = number_bits;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (unsigned bits = 0; bits <= number_bits; ++bits) {
    std::size_t bytes = size / 8 * bits + longer[bits];
    for (unsigned lacking = bits; lacking < number_bits; lacking += 7) bytes += longer[lacking];
    if (bytes < least) {
      least = bytes;
      best = bits;
    }
  }
  return best;
}

/// Lanes side by side, of which words of 32 bits come in turns. Where an odd number of bits leaves
/// half a word to each lane, the last ones are halves.
void PostingBlock::pack_steps(const Steps& steps, unsigned bits, std::vector<std::uint8_t>& bytes) {
  std::array<std::uint32_t, size + lanes> words{};
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t step = steps[i] & low_bits(bits);
    const std::size_t begin = i % lane_size * bits;
    const std::size_t word = begin / number_bits * lanes + i / lane_size;
    const unsigned shift = begin % number_bits;
    words[word] |= step << shift;
    if (shift + bits > number_bits) words[word + lanes] |= step >> (number_bits - shift);
  }
  const std::size_t whole = bits * lane_size / number_bits * lanes;
  put_values(bytes, words.data(), whole);
  if (bits % 2 == 0) return;
  std::array<std::uint16_t, lanes> halves;
  for (std::size_t i = 0; i < lanes; ++i) halves[i] = static_cast<std::uint16_t>(words[whole + i]);
  put_values(bytes, halves.data(), lanes);
}

void PostingBlock::pack(const std::array<Posting, size>& postings, Xapian::docid before,
                        std::vector<std::uint8_t>& bytes) {
  Steps steps;
  std::array<std::uint8_t, counts_size> counts{};
  for (std::size_t i = 0; i < size; ++i) {
    steps[i] = postings[i].id - std::exchange(before, postings[i].id) - 1;
    const Xapian::termcount wdf = std::min(postings[i].wdf, often);
    counts[i / 4] = static_cast<std::uint8_t>(counts[i / 4] | wdf << 2 * (i % 4));
  }
  const unsigned bits = best_bits(steps);
  const auto is_exception = [bits](std::uint32_t step) { return (step & ~low_bits(bits)) != 0; };
  const auto exceptions = std::count_if(steps.begin(), steps.end(), is_exception);
  bytes.push_back(static_cast<std::uint8_t>(bits));
  bytes.push_back(static_cast<std::uint8_t>(exceptions));
  pack_steps(steps, bits, bytes);
  bytes.insert(bytes.end(), counts.begin(), counts.end());
  for (std::size_t i = 0; exceptions > 0 && i < size; ++i) {
    if (!is_exception(steps[i])) continue;
    bytes.push_back(static_cast<std::uint8_t>(i));
    put_varint(bytes, steps[i] >> bits);
  }
  for (const Posting& posting : postings) {
    if (posting.wdf >= often) put_varint(bytes, posting.wdf - often);
  }
}

void PostingBlock::pack_one(const Posting& posting, Xapian::docid before,
                            std::vector<std::uint8_t>& bytes) {
  put_varint(bytes, std::uint64_t{posting.id - before} << 2 | std::min(posting.wdf, often));
  if (posting.wdf >= often) put_varint(bytes, posting.wdf - often);
}

void PostingBlock::read(const std::uint8_t* bytes, Xapian::docid before, std::size_t count) {
  count_ = count;
  if (count == size) {
    read_full(bytes, before);
  } else {
    read_few(bytes, before);
  }
}

void PostingBlock::read_few(const std::uint8_t* bytes, Xapian::docid before) {
  counts_ = nullptr;
  for (std::size_t i = 0; i < count_; ++i) {
    const std::uint64_t packed = take(bytes);
    before += static_cast<Xapian::docid>(packed >> 2);
    ids_[lane_place(i)] = before;
    wdfs_[lane_place(i)] = packed & often;
    if ((packed & often) == often) {
      wdfs_[lane_place(i)] += static_cast<Xapian::termcount>(take(bytes));
    }
  }
  for (std::size_t i = count_; i < size; ++i) {
    ids_[lane_place(i)] = std::numeric_limits<std::uint32_t>::max();
  }
}

void PostingBlock::read_full(const std::uint8_t* bytes, Xapian::docid before) {
  const unsigned bits = std::min<unsigned>(*bytes++, number_bits);
  unsigned exceptions = *bytes++;
  read_steps(bytes, bits);
  counts_ = bytes + size / 8 * bits;
  more_ = counts_ + counts_size;
  for (; exceptions > 0; --exceptions) {
    const std::size_t place = *more_++ % size;
    ids_[lane_place(place)] |= static_cast<std::uint32_t>(take(more_) << bits);
  }
  add_steps(before);
}

/// As they were packed, one of each lane at a time.
void PostingBlock::read_steps(const std::uint8_t* packed, unsigned bits) {
  const Four mask = all(low_bits(bits));
  const auto words = static_cast<unsigned>(bits * lane_size / number_bits);
  std::array<std::uint16_t, lanes> last;
  std::memcpy(last.data(), packed + words * sizeof(Four), sizeof(last));
  const Four last_word{last[0], last[1], last[2], last[3]};
  const auto word = [&](unsigned number) {
    Four four = last_word;
    if (number < words) std::memcpy(&four, packed + number * sizeof(Four), sizeof(four));
    return four;
  };
  for (unsigned row = 0; row < lane_size; ++row) {
    const unsigned number = row * bits / number_bits;
    const unsigned shift = row * bits % number_bits;
    Four steps = word(number) >> shift;
    if (shift + bits > number_bits) steps |= word(number + 1) << (number_bits - shift);
    store(steps & mask, &ids_[lanes * row]);
  }
}

/// Makes numbers of steps: each lane adds up its own, and begins where the one before ends.
void PostingBlock::add_steps(Xapian::docid before) {
  Four sum{};
  for (std::size_t row = 0; row < size; row += lanes) {
    sum += load(&ids_[row]) + 1;
    store(sum, &ids_[row]);
  }
  Four begin = all(before);
  for (std::size_t lane = 1; lane < lanes; ++lane) begin[lane] = begin[lane - 1] + sum[lane - 1];
  for (std::size_t row = 0; row < size; row += lanes) store(load(&ids_[row]) + begin, &ids_[row]);
}

std::size_t PostingBlock::below(Xapian::docid id) const {
  FourSigned count{};
  for (std::size_t row = 0; row < size; row += lanes) count -= load(&ids_[row]) < id;
  return static_cast<std::size_t>(count[0] + count[1] + count[2] + count[3]);
}

/// Two bits of each fill a word for each lane, so these are unpacked side by side as well. What the
/// frequent ones are more stands in the order of places.
void PostingBlock::read_counts() const {
  Four counts;
  std::memcpy(&counts, counts_, sizeof(counts));
  counts_ = nullptr;
  for (unsigned row = 0; row < lane_size; ++row) {
    store(counts >> 2 * row & often, &wdfs_[lanes * row]);
  }
  const Four both = counts & counts >> 1 & 0x5555'5555;
  const std::uint8_t* more = more_;
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    for (std::uint32_t left = both[lane]; left != 0; left &= left - 1) {
      const auto row = static_cast<std::size_t>(std::countr_zero(left)) / 2;
      wdfs_[lanes * row + lane] += static_cast<Xapian::termcount>(take(more));
    }
  }
}

}  // namespace news

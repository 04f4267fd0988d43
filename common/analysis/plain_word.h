#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Words of ASCII letters and digits, which most are, eight bytes at a time: where a word ends
/// cannot be foreseen, and a processor that guesses wrong for each word loses more time than it
/// takes to look at it.
namespace news {

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

inline constexpr std::uint64_t each_byte = 0x0101'0101'0101'0101;

/// Eight bytes of a text from there on; zeros behind its end, before which `at` is.
inline std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  if (text.size() - at >= sizeof(bytes)) {
    std::memcpy(&bytes, text.data() + at, sizeof(bytes));
  } else {
    std::memcpy(&bytes, text.data() + at, text.size() - at);
  }
  return bytes;
}

/// Of eight bytes, the highest bit of each that is one of these, which are ASCII.
inline std::uint64_t bytes_among(std::uint64_t bytes, std::uint8_t first, std::uint8_t last) {
  const std::uint64_t low = bytes & 0x7f * each_byte;
  const std::uint64_t from_first = low + (0x80U - first) * each_byte;
  const std::uint64_t past_last = low + (0x7fU - last) * each_byte;
  return from_first & ~past_last & ~bytes & 0x80 * each_byte;
}

struct PlainWord {
  std::size_t end;      ///< The first byte that is neither letter nor digit, or the text's end.
  bool is_of_one_kind;  ///< No letters, or no digits.
};

/// Of a text from there on; empty where no letter or digit is.
inline PlainWord plain_word(std::string_view text, std::size_t begin) {
  std::uint64_t letters = 0;
  std::uint64_t digits = 0;
  std::size_t end = begin;
  for (std::size_t count = sizeof(letters); count == sizeof(letters) && end < text.size();) {
    const std::uint64_t bytes = eight_bytes(text, end);
    const std::uint64_t these = bytes_among(bytes | 0x20 * each_byte, 'a', 'z');
    const std::uint64_t those = bytes_among(bytes, '0', '9');
    const std::uint64_t others = ~(these | those) & 0x80 * each_byte;
    const std::uint64_t before = others == 0 ? ~others : (others & -others) - 1;
    letters |= these & before;
    digits |= those & before;
    count = static_cast<std::size_t>(std::countr_zero(others)) / 8;
    end += count;
  }
  return {end, letters == 0 || digits == 0};
}

/// Folds ASCII letters and digits, and nothing else, where they stand.
inline void fold_plain(char* bytes, std::size_t size) {
  const auto fold_some = [bytes](std::size_t at, auto some) {
    std::memcpy(&some, bytes + at, sizeof(some));
    some |= static_cast<decltype(some)>(0x20 * each_byte);  // digits have that bit
    std::memcpy(bytes + at, &some, sizeof(some));
  };
  constexpr std::size_t eight = sizeof(std::uint64_t);
  constexpr std::size_t four = sizeof(std::uint32_t);
  if (size >= eight) {
    for (std::size_t at = 0; at + eight < size; at += eight) fold_some(at, std::uint64_t{});
    fold_some(size - eight, std::uint64_t{});
  } else if (size >= four) {
    fold_some(0, std::uint32_t{});
    fold_some(size - four, std::uint32_t{});
  } else {
    for (std::size_t at = 0; at < size; ++at) fold_some(at, std::uint8_t{});
  }
}

}  // namespace news

#include "common/json_writer.h"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <iterator>

#include "common/json_escapes.h"

namespace news {

namespace {

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

/// A bit for each of eight bytes that is not plain, the lowest exactly; others may be set above it
/// (Anderson, Bit Twiddling Hacks, "Determine if a word has a byte less than n").
std::uint64_t marks_of(std::uint64_t bytes) {
  constexpr std::uint64_t each = 0x0101010101010101;
  constexpr std::uint64_t tops = 0x80 * each;
  const auto zeros = [](std::uint64_t word) { return (word - each) & ~word & tops; };
  const std::uint64_t controls = (bytes - 0x20 * each) & ~bytes & tops;
  return controls | zeros(bytes ^ '"' * each) | zeros(bytes ^ '\\' * each);
}

/// How many bytes stand before the first that is not plain.
std::size_t plain_size(std::string_view text) {
  std::size_t size = 0;
  if constexpr (std::endian::native == std::endian::little) {
    for (std::uint64_t bytes = 0; size + sizeof(bytes) <= text.size(); size += sizeof(bytes)) {
      std::memcpy(&bytes, text.data() + size, sizeof(bytes));
      const std::uint64_t marks = marks_of(bytes);
      if (marks != 0) return size + static_cast<std::size_t>(std::countr_zero(marks)) / 8;
    }
  }
  while (size < text.size() && is_plain(text[size])) ++size;
  return size;
}

}  // namespace

void JsonWriter::value(std::string_view text) {
  separate();
  json_ += '"';
  while (!text.empty()) {
    const std::size_t plain = plain_size(text);
    json_ += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    escape(text.front());
    text.remove_prefix(1);
  }
  json_ += '"';
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return value(nullptr);
  separate();
  const std::size_t begin = json_.size();
  fmt::format_to(std::back_inserter(json_), "{}", number);
  // One without a fraction says by this that it may have one.
  if (json_.find_first_of(".e", begin) == std::string::npos) json_ += ".0";
}

void JsonWriter::value(std::uint64_t number) {
  separate();
  const fmt::format_int digits(number);
  json_.append(digits.data(), digits.size());
}

void JsonWriter::escape(char c) {
  const std::size_t at = escaped_characters.find(c);
  if (at != std::string_view::npos) {
    json_ += {'\\', escape_letters[at]};
  } else {
    fmt::format_to(std::back_inserter(json_), "\\u{:04x}", static_cast<unsigned>(c));
  }
}

}  // namespace news

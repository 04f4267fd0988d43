#include "common/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "common/analysis/plain_word.h"
#include "common/error.h"

namespace news {

namespace {

// To the end, as is done for many bytes at once: most texts are all ASCII.
bool is_ascii(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) == 0;
}

std::string nfc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) throw Error("ICU has no normalisation data", "reinstall libicu72");
  const icu::StringPiece piece(utf8.data(), static_cast<std::int32_t>(utf8.size()));
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_FAILURE(status) != 0 ? std::string(utf8) : result;
}

/// The size of the control character (C0, DEL or C1) at the beginning of `text`; 0 if none.
std::size_t control_size(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x20 || first == 0x7f) return 1;
  const bool c1 = first == 0xc2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xa0;
  return c1 ? 2 : 0;
}

/// Whether a control character may begin with that byte; a line end is none here.
bool may_be_control(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value < 0x20 && byte != '\n') || value == 0x7f || value == 0xc2;
}

std::string without_controls(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), may_be_control)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t control = control_size(text);
    const bool line_end = text[0] == '\n' || text[0] == '\r';
    if (control == 0) {
      result += text[0];
    } else if (!line_end) {
      result += ' ';
    } else if (text[0] == '\n' || text.size() < 2 || text[1] != '\n') {
      result += '\n';
    }
    text.remove_prefix(std::max<std::size_t>(control, 1));
  }
  return result;
}

constexpr std::string_view spaces = " \n";

std::string trimmed(std::string text) {
  const std::size_t end = text.find_last_not_of(spaces);
  if (end == std::string::npos) return {};
  text.erase(end + 1);
  text.erase(0, text.find_first_not_of(spaces));
  return text;
}

/// Whether there is nothing to clean: most texts, and all those that were cleaned before.
bool is_clean(std::string_view text) {
  const auto other = [](char c) { return (c < ' ' || c > '~') && c != '\n'; };
  return std::count_if(text.begin(), text.end(), other) == 0 &&
         (text.empty() || (spaces.find(text.front()) == std::string_view::npos &&
                           spaces.find(text.back()) == std::string_view::npos));
}

/// Edit distance with neighbours that change places (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::int32_t next_character(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 character = 0;
  U8_NEXT(bytes, at, text.size(), character);
  return character;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    // Most of most texts is ASCII.
    const std::uint64_t bytes = eight_bytes(text, at);
    if ((bytes & 0x80 * each_byte) == 0) {
      at += sizeof(bytes);
      continue;
    }
    const std::size_t begin = at;
    if (next_character(text, at) < 0) return begin;
  }
  return std::nullopt;
}

std::string repair_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (next_character(text, at) < 0) {
      result += "\xef\xbf\xbd";
    } else {
      result += text.substr(begin, at - begin);
    }
  }
  return result;
}

std::string clean_text(std::string_view utf8) {
  if (is_clean(utf8)) return std::string(utf8);
  return trimmed(without_controls(is_ascii(utf8) ? std::string(utf8) : nfc(utf8)));
}

std::string clean_line(std::string_view utf8) {
  const std::string text = clean_text(utf8);
  std::string line;
  for (const char c : text) {
    const bool space = spaces.find(c) != std::string_view::npos;
    if (!space) line += c;
    if (space && line.back() != ' ') line += ' ';
  }
  return line;
}

std::string escape_html(std::string_view utf8) {
  std::string html;
  html.reserve(utf8.size() + utf8.size() / 16);
  for (const char c : utf8) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

bool has_letter_or_digit(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const UChar32 character = next_character(utf8, at);
    if (character >= 0 && u_isalnum(character) != 0) return true;
  }
  return false;
}

std::string_view truncate_utf8(std::string_view utf8, std::size_t bytes) {
  if (utf8.size() <= bytes) return utf8;
  while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & 0xc0) == 0x80) --bytes;
  return utf8.substr(0, bytes);
}

std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof(number); ++i) {
    number = number << 8 | (i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0U);
  }
  return number;
}

std::string percent_encode(std::string_view bytes) {
  constexpr std::string_view plain = "-._~";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    if (letter || (byte >= '0' && byte <= '9') || plain.find(c) != std::string_view::npos) {
      result += c;
    } else {
      result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return result;
}

std::optional<std::string> nearest_word(std::string_view word,
                                        const std::vector<std::string>& words) {
  constexpr std::size_t longest = 100;  // longer ones are no slips of the keyboard
  if (word.size() > longest) return std::nullopt;
  std::optional<std::string> nearest;
  std::size_t least = std::max<std::size_t>(word.size() / 3, 2) + 1;
  for (const std::string& candidate : words) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance >= least || distance >= candidate.size()) continue;
    least = distance;
    nearest = candidate;
  }
  return nearest;
}

}  // namespace news

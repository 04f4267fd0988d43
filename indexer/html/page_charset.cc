#include "indexer/html/page_charset.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cctype>

#include "indexer/charset.h"

namespace news::html {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

/// The name behind `key=` in `text`, with or without quotes.
std::string value_behind(std::string_view text, std::string_view key) {
  const std::size_t found = text.find(key);
  if (found == std::string_view::npos) return {};
  text.remove_prefix(found + key.size());
  const std::size_t begin = text.find_first_not_of(" \t\r\n=\"'");
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin);
  return std::string(text.substr(0, text.find_first_of(" \t\r\n\"';>/?")));
}

/// Whether a page's text is so full of accented letters and signs of Latin charsets, or of what no
/// charset has, that it must have been read as another charset than its own.
bool is_garbled(std::string_view utf8) {
  std::size_t plain = 0;
  std::size_t odd = 0;
  bool in_tag = false;
  for (std::size_t at = 0; at < utf8.size();) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(utf8.data()), at, utf8.size(), c);
    if (c == '<' || c == '>') in_tag = c == '<';
    if (in_tag) continue;
    constexpr UChar32 first_odd = 0xa1;
    constexpr UChar32 last_odd = 0x17f;  // Latin Extended-A
    const bool sign = c == 0xfffd || (c >= 0x80 && c < 0xa0) || (c >= 0x2018 && c <= 0x2030);
    if (sign || (c >= first_odd && c <= last_odd)) ++odd;
    if (c > 0x20 && c < 0x80) ++plain;
    if (c > last_odd && !sign) plain += 3;  // of another script, and so rightly read
  }
  constexpr std::size_t least = 20;
  return odd >= least && odd > plain;
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t looked_at = 16u << 10;
  const std::string head = lower(bytes.substr(0, looked_at));
  for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
       meta = head.find("<meta", meta + 1)) {
    const std::string_view tag = std::string_view(head).substr(meta, head.find('>', meta) - meta);
    std::string charset = value_behind(tag, "charset");
    if (!charset.empty()) return charset;
  }
  if (!head.starts_with("<?xml")) return {};
  return value_behind(std::string_view(head).substr(0, head.find("?>")), "encoding");
}

std::string decode_page(std::string_view bytes, const std::string& header_charset) {
  std::string declared = declared_charset(bytes);
  // Servers send ISO-8859-1 for whatever they are not told of.
  const bool by_header =
      !header_charset.empty() && (declared.empty() || lower(header_charset) != "iso-8859-1");
  if (by_header) declared = lower(header_charset);
  // Its escapes are ASCII, so it would pass for UTF-8.
  if (declared == "iso-2022-jp") return to_utf8(bytes, declared).value_or(std::string());
  std::string text = decode_text(bytes, declared);
  if (!is_garbled(text)) return text;
  // What is declared does not count then; nor can the bytes be UTF-8, which would have been taken.
  return decode_text(bytes, {});
}

}  // namespace news::html

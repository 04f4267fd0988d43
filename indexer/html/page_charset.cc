#include "indexer/html/page_charset.h"

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
  const std::string declared =
      header_charset.empty() ? declared_charset(bytes) : lower(header_charset);
  return decode_text(bytes, declared);
}

}  // namespace news::html

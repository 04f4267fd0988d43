#include "indexer/xml_decoder.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "common/text.h"
#include "indexer/charset.h"

namespace news {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t piece = 16u << 10;

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

/// The value of `encoding` in the XML declaration, in lower case.
std::string declared_encoding(std::string_view beginning) {
  const std::size_t start = beginning.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  beginning.remove_prefix(start);
  if (!beginning.starts_with("<?xml")) return {};
  const std::string_view declaration = beginning.substr(0, beginning.find("?>"));
  const std::size_t at = declaration.find("encoding");
  const std::size_t open = declaration.find_first_of("\"'", std::min(at, declaration.size()));
  if (open == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos) return {};
  return lower(declaration.substr(open + 1, close - open - 1));
}

/// How many bytes of an unfinished character `text` ends with.
std::size_t unfinished(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if ((byte & 0xc0u) == 0x80) continue;
    const std::size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

bool is_utf8_beyond_ascii(std::string_view text) {
  text.remove_suffix(unfinished(text));
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return !ascii && !find_invalid_utf8(text);
}

/// Each byte from 0x80 on as windows-1252 has it.
std::vector<std::string> windows_1252() {
  std::vector<std::string> characters;
  for (int byte = 0x80; byte < 0x100; ++byte) {
    const char c = static_cast<char>(byte);
    characters.push_back(to_utf8(std::string_view(&c, 1), "windows-1252").value_or("?"));
  }
  return characters;
}

std::string mend_utf8(std::string_view text) {
  static const std::vector<std::string> characters = windows_1252();
  std::string mended;
  while (const std::optional<std::size_t> bad = find_invalid_utf8(text)) {
    mended += text.substr(0, *bad);
    mended += characters.at(static_cast<unsigned char>(text[*bad]) - 0x80u);
    text.remove_prefix(*bad + 1);
  }
  return mended += text;
}

}  // namespace

std::string xml_encoding(std::string_view beginning) {
  if (beginning.starts_with("\xff\xfe"sv) || beginning.starts_with("<\0"sv)) return "UTF-16LE";
  if (beginning.starts_with("\xfe\xff"sv) || beginning.starts_with("\0<"sv)) return "UTF-16BE";
  const std::string declared = declared_encoding(beginning);
  // What can be read as ASCII so far is no UTF-16, and few texts in another charset are UTF-8.
  if (declared.empty() || declared.starts_with("utf") || declared.starts_with("ucs") ||
      is_utf8_beyond_ascii(beginning)) {
    return "UTF-8";
  }
  constexpr std::array latin{"iso-8859-1"sv, "latin1"sv, "us-ascii"sv, "ascii"sv};
  const bool is_latin = std::find(latin.begin(), latin.end(), declared) != latin.end();
  return is_latin ? "windows-1252" : declared;
}

void XmlDecoder::Closer::operator()(UConverter* converter) const { ucnv_close(converter); }

XmlDecoder::XmlDecoder(ByteStream& bytes) : bytes_(bytes) {}

XmlDecoder::~XmlDecoder() = default;

void XmlDecoder::open() {
  is_open_ = true;
  const std::string encoding = xml_encoding(raw_);
  if (encoding != "UTF-8") {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(encoding.c_str(), &status));
  } else if (raw_.starts_with("\xef\xbb\xbf")) {
    raw_.erase(0, 3);
  }
}

std::string XmlDecoder::read() {
  std::string text;
  while (text.empty() && !at_end_) {
    const std::size_t kept = raw_.size();
    raw_.resize(kept + piece);
    const std::size_t count = bytes_.read(raw_.data() + kept, piece);
    raw_.resize(kept + count);
    at_end_ = count == 0;
    if (!is_open_ && (raw_.size() >= piece || at_end_)) open();
    if (is_open_) text = decode(at_end_);
  }
  return text;
}

std::string XmlDecoder::decode(bool at_end) {
  if (!converter_) {
    const std::size_t whole = at_end ? raw_.size() : raw_.size() - unfinished(raw_);
    std::string text = mend_utf8(std::string_view(raw_).substr(0, whole));
    raw_.erase(0, whole);
    return text;
  }
  std::vector<UChar> units(raw_.size() * 2 + 16);
  const char* from = raw_.data();
  UChar* to = units.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(converter_.get(), &to, to + units.size(), &from, from + raw_.size(), nullptr,
                 at_end ? 1 : 0, &status);
  raw_.clear();
  std::string text;
  icu::UnicodeString(units.data(), static_cast<std::int32_t>(to - units.data())).toUTF8String(text);
  if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
  return text;
}

}  // namespace news

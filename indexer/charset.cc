#include "indexer/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/text.h"

namespace news {
namespace {

using namespace std::string_view_literals;

struct ByteOrderMark {
  std::string_view bytes;
  const char* charset;
};
constexpr std::array marks{ByteOrderMark{"\xef\xbb\xbf"sv, "UTF-8"},
                           ByteOrderMark{"\xff\xfe"sv, "UTF-16LE"},
                           ByteOrderMark{"\xfe\xff"sv, "UTF-16BE"}};

/// What declares itself ISO-8859-1 is windows-1252 in practice (WHATWG Encoding Standard, 4.2).
std::string known_name(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getStandardName(charset.c_str(), "MIME", &status);
  const std::string standard = U_SUCCESS(status) && name != nullptr ? name : charset;
  return standard == "ISO-8859-1" || standard == "US-ASCII" ? "windows-1252" : standard;
}

std::string detected_charset(std::string_view bytes) {
  constexpr std::size_t looked_at = 64u << 10;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(
      ucsdet_open(&status), ucsdet_close);
  const std::string_view part = bytes.substr(0, looked_at);
  ucsdet_setText(detector.get(), part.data(), static_cast<int32_t>(part.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  constexpr int least_confidence = 20;  // of 100; below it is guessing between single-byte sets
  const bool sure = ucsdet_getConfidence(match, &status) >= least_confidence;
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) && sure ? name : "windows-1252";
}

}  // namespace

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
      ucnv_open(known_name(charset).c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

std::string decode_text(std::string_view bytes, const std::string& declared) {
  for (const ByteOrderMark& mark : marks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    return to_utf8(bytes.substr(mark.bytes.size()), mark.charset).value_or(std::string());
  }
  if (!find_invalid_utf8(bytes)) return std::string(bytes);
  if (!declared.empty() && known_name(declared) != "UTF-8") {
    if (auto text = to_utf8(bytes, declared)) return std::move(*text);
  }
  if (auto text = to_utf8(bytes, detected_charset(bytes))) return std::move(*text);
  return to_utf8(bytes, "windows-1252").value_or(std::string());
}

}  // namespace news

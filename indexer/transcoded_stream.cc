#include "indexer/transcoded_stream.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace news {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t chunk_bytes = 64u << 10;

struct Mark {
  std::string_view bytes;
  const char* charset;
};
// The longer ones first: UTF-32LE begins as UTF-16LE does.
constexpr std::array marks{Mark{"\xff\xfe\0\0"sv, "UTF-32LE"}, Mark{"\0\0\xfe\xff"sv, "UTF-32BE"},
                           Mark{"\xff\xfe"sv, "UTF-16LE"}, Mark{"\xfe\xff"sv, "UTF-16BE"}};

/// Whether every second byte of the beginning, from `first` on, is NUL, and no other is: text in
/// Latin letters or punctuation.
bool has_nuls(std::string_view beginning, std::size_t first) {
  constexpr std::size_t looked_at = 8;
  if (beginning.size() < looked_at) return false;
  for (std::size_t i = 0; i < looked_at; ++i) {
    if ((beginning[i] == '\0') != (i % 2 == first)) return false;
  }
  return true;
}

}  // namespace

std::string utf16_or_32(std::string_view beginning) {
  for (const Mark& mark : marks) {
    if (beginning.starts_with(mark.bytes)) return mark.charset;
  }
  if (has_nuls(beginning, 1)) return "UTF-16LE";
  return has_nuls(beginning, 0) ? "UTF-16BE" : "";
}

void TranscodedStream::Closer::operator()(UConverter* converter) const { ucnv_close(converter); }

TranscodedStream::TranscodedStream(ByteStream& bytes, const std::string& charset) : bytes_(bytes) {
  UErrorCode status = U_ZERO_ERROR;
  from_.reset(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status)) throw BadSource(fmt::format("is in a charset nobody knows: {}", charset));
}

TranscodedStream::~TranscodedStream() = default;

/// Converts the next chunk. The converter keeps a character that is cut between two of them.
void TranscodedStream::convert_more() {
  std::array<char, chunk_bytes> raw;
  std::array<char16_t, chunk_bytes> text;
  const std::size_t count = bytes_.read(raw.data(), raw.size());
  is_at_end_ = count == 0;
  converted_.clear();
  given_ = 0;
  const char* source = raw.data();
  const char* const source_end = source + count;
  UErrorCode status = U_ZERO_ERROR;
  do {
    status = U_ZERO_ERROR;
    char16_t* target = text.data();
    ucnv_toUnicode(from_.get(), &target, target + text.size(), &source, source_end, nullptr,
                   static_cast<UBool>(is_at_end_), &status);
    std::u16string_view part(text.data(), static_cast<std::size_t>(target - text.data()));
    if (is_at_start_ && part.starts_with(u'\ufeff')) part.remove_prefix(1);
    is_at_start_ = is_at_start_ && target == text.data();
    icu::UnicodeString(part.data(), static_cast<int32_t>(part.size())).toUTF8String(converted_);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
}

std::size_t TranscodedStream::read(char* buffer, std::size_t size) {
  while (given_ == converted_.size() && !is_at_end_) convert_more();
  const std::size_t count = converted_.copy(buffer, size, given_);
  given_ += count;
  return count;
}

}  // namespace news

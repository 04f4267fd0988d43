#include "common/analysis/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "common/analysis/analyzer.h"
#include "common/error.h"

namespace news {
namespace {

const icu::Normalizer2& require(const icu::Normalizer2* normalizer, UErrorCode status) {
  if (U_FAILURE(status) != 0 || normalizer == nullptr) {
    throw Error("the Unicode tables of ICU cannot be loaded", "reinstall the package libicu72");
  }
  return *normalizer;
}

const icu::Normalizer2& casefolding() {
  UErrorCode status = U_ZERO_ERROR;
  return require(icu::Normalizer2::getNFKCCasefoldInstance(status), status);
}

const icu::Normalizer2& decomposition() {
  UErrorCode status = U_ZERO_ERROR;
  return require(icu::Normalizer2::getNFDInstance(status), status);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return U8_IS_SINGLE(c); });
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

void append(std::string& out, UChar32 c) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

/// Letters that Unicode does not take for a letter with a mark on it.
bool append_plain_letter(std::string& out, UChar32 c) {
  constexpr UChar32 tatweel = 0x640;
  switch (c) {
    case U'æ':
      out += "ae";
      return true;
    case U'ð':
    case U'đ':
      out += 'd';
      return true;
    case U'ħ':
      out += 'h';
      return true;
    case U'ı':
      out += 'i';
      return true;
    case U'ł':
      out += 'l';
      return true;
    case U'ø':
      out += 'o';
      return true;
    case U'œ':
      out += "oe";
      return true;
    case U'ŧ':
      out += 't';
      return true;
    case U'þ':
      out += "th";
      return true;
    case U'ѐ':
    case U'ё':
      append(out, U'е');
      return true;
    case U'ѝ':
      append(out, U'и');
      return true;
    case U'ٱ':
      append(out, U'ا');
      return true;
    case tatweel:
      return true;
    default:
      return false;
  }
}

enum class Marks { Drop, DropStress, Keep };

/// What becomes of the marks on a letter of this one's script.
Marks marks_of(UChar32 letter) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(letter, &status)) {
    case USCRIPT_CYRILLIC:
      return Marks::DropStress;
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_COMMON:
      return Marks::Drop;
    default:
      return Marks::Keep;
  }
}

/// The letter or digit `c`, which is case-folded, without its marks.
void append_letter(std::string& out, UChar32 c, Marks marks) {
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
    out += static_cast<char>('0' + u_charDigitValue(c));
    return;
  }
  if (append_plain_letter(out, c)) return;
  icu::UnicodeString parts;
  if (marks != Marks::Drop || decomposition().getDecomposition(c, parts) == 0) {
    append(out, c);
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (is_mark(part) || append_plain_letter(out, part)) continue;
    append(out, part);
  }
}

bool is_kept_mark(UChar32 mark, Marks marks) {
  constexpr UChar32 grave = 0x300;
  constexpr UChar32 acute = 0x301;
  if (marks == Marks::DropStress) return mark != grave && mark != acute;
  return marks == Marks::Keep;
}

std::string drop_diacritics(std::string_view casefolded) {
  std::string out;
  out.reserve(casefolded.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(casefolded.data());
  const auto size = static_cast<std::int32_t>(casefolded.size());
  Marks marks = Marks::Drop;
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    if (c < 0x80) {
      out += static_cast<char>(c);
      marks = Marks::Drop;
    } else if (is_mark(c)) {
      if (is_kept_mark(c, marks)) append(out, c);
    } else {
      marks = marks_of(c);
      append_letter(out, c, marks);
    }
  }
  return out;
}

bool is_single_quote(UChar32 c) { return (c >= 0x2018 && c <= 0x201B) || c == 0x2BC; }
bool is_double_quote(UChar32 c) { return c >= 0x201C && c <= 0x201F; }

/// `text` with straight quotes, single spaces, and none at the ends.
std::string tidy(std::string_view text) {
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  bool space = false;
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    if (u_isUWhiteSpace(c) != 0) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    append(out, is_single_quote(c) ? UChar32{'\''} : is_double_quote(c) ? UChar32{'"'} : c);
  }
  return out;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  std::string casefolded;
  icu::StringByteSink<std::string> sink(&casefolded);
  UErrorCode status = U_ZERO_ERROR;
  casefolding().normalizeUTF8(0,
                              icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                              sink, nullptr, status);
  if (U_FAILURE(status) != 0) throw Error("ICU cannot fold a text", "send it shorter");
  return drop_diacritics(casefolded);
}

std::string fold_key(std::string_view text) { return tidy(fold(text)); }

}  // namespace news

#include "common/person_name.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace news {
namespace {

using icu::UnicodeString;

/// Parts of names that are written small inside a name; the first ones also at its beginning.
constexpr std::array particles{u"VAN",   u"VON", u"DER", u"DEN", u"TEN", u"TER", u"DE",  u"DEL",
                               u"DELLA", u"DI",  u"DA",  u"DOS", u"DAS", u"DO",  u"DU",  u"LA",
                               u"LE",    u"AF",  u"AV",  u"ZU",  u"ZUM", u"Y",   u"BIN", u"IBN"};
constexpr std::size_t small_at_the_beginning = 4;
constexpr std::array numerals{u"II", u"III", u"IV"};
constexpr std::int32_t shortest_in_capitals = 4;  // AFP and the like are no names in capitals

template <typename Table>
bool has(const Table& table, std::size_t count, const UnicodeString& word) {
  return std::any_of(table.begin(), table.begin() + static_cast<std::ptrdiff_t>(count),
                     [&](const char16_t* entry) { return word == UnicodeString(entry); });
}

bool is_in_capitals(const UnicodeString& name) {
  std::int32_t letters = 0;
  for (std::int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    const UChar32 c = name.char32At(i);
    const bool is_apostrophe = u_charType(c) == U_MODIFIER_LETTER;
    if (u_isalpha(c) != 0 && u_isupper(c) == 0 && !is_apostrophe) return false;
    if (u_isupper(c) != 0) ++letters;
  }
  return letters >= shortest_in_capitals;
}

bool is_latin_letter(char16_t c) { return c >= u'A' && c <= u'Z'; }

/// "J.", "J.P." and, of two consonants, "JK".
bool is_initials(const UnicodeString& word) {
  if (word.indexOf(u'.') >= 0 && word.length() > 1) {
    for (std::int32_t i = 1; i < word.length(); i += 2) {
      if (word[i] != u'.') return false;
    }
    return true;
  }
  const UnicodeString vowels(u"AEIOUY");
  return word.length() == 1 ||
         (word.length() == 2 && is_latin_letter(word[0]) && is_latin_letter(word[1]) &&
          vowels.indexOf(word[0]) < 0 && vowels.indexOf(word[1]) < 0);
}

/// Whether the letter at `i` begins a part of the word: after a hyphen, O', D', Mc.
bool begins_part(const UnicodeString& word, std::int32_t i) {
  if (i == 0 || word[i - 1] == u'-') return true;
  const bool apostrophe = word[i - 1] == u'\'' || word[i - 1] == u'\u2019';
  if (apostrophe) return i >= 2 && is_latin_letter(word[i - 2]) && (i == 2 || word[i - 3] == u'-');
  const bool mc = i >= 2 && word[i - 2] == u'M' && word[i - 1] == u'C';
  return mc && (i == 2 || word[i - 3] == u'-') && word.length() > i + 1;
}

UnicodeString usual_word(const UnicodeString& word, bool is_first) {
  const std::size_t small = is_first ? small_at_the_beginning : particles.size();
  if (has(particles, small, word)) return UnicodeString(word).toLower();
  if (has(numerals, numerals.size(), word) || is_initials(word)) return word;
  UnicodeString usual;
  for (std::int32_t i = 0; i < word.length(); ++i) {
    UnicodeString character(word, i, 1);
    usual += begins_part(word, i) ? character : character.toLower();
  }
  return usual;
}

}  // namespace

std::string usual_spelling(std::string_view name) {
  const auto text = UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  if (!is_in_capitals(text)) return std::string(name);
  UnicodeString usual;
  for (std::int32_t at = 0; at < text.length();) {
    std::int32_t end = text.indexOf(u' ', at);
    if (end < 0) end = text.length();
    usual += usual_word(UnicodeString(text, at, end - at), at == 0);
    if (end < text.length()) usual += u' ';
    at = end + 1;
  }
  std::string result;
  usual.toUTF8String(result);
  return result;
}

}  // namespace news

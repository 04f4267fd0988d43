#include "indexer/places/name_words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <utility>

#include "common/analysis/fold.h"

namespace news {

namespace {

bool is_letter(UChar32 c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }
bool is_dash(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }

/// Lower case where there is case; ASCII, which is most, without ICU.
bool is_lower(UChar32 c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(c) != 0; }
bool is_upper(UChar32 c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0 || u_istitle(c) != 0;
}

/// Finds the words of one text from left to right.
class WordScanner {
 public:
  explicit WordScanner(std::string_view text)
      : text_(text), bytes_(reinterpret_cast<const std::uint8_t*>(text.data())) {}

  /// Goes on to the next word; false at the end.
  bool next(NameWord& word) {
    word = {};
    word.gap = take_gap();
    if (at_ >= size()) return false;
    take_word(word);
    return true;
  }

 private:
  std::int32_t size() const { return static_cast<std::int32_t>(text_.size()); }

  UChar32 peek(std::int32_t at) const {
    if (at >= size()) return 0;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes_, at, size(), c);
    return c;
  }

  UChar32 take() {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes_, at_, size(), c);
    return c;
  }

  /// Past everything up to the next letter.
  Gap take_gap() {
    Gap gap = at_ == 0 ? Gap::Other : Gap::Space;
    while (at_ < size() && !is_letter(peek(at_))) gap = joined(gap, take());
    return gap;
  }

  static Gap joined(Gap gap, UChar32 c) {
    if (c == '\n' || c == '!' || c == '?') return Gap::Full;
    if (c == ' ' || c == '\t' || c == 0xA0) return gap == Gap::Hyphen ? Gap::Other : gap;
    if (gap != Gap::Space) return gap == Gap::Full ? gap : Gap::Other;
    if (c == ',') return Gap::Comma;
    if (c == '.') return Gap::Point;
    return is_dash(c) || is_apostrophe(c) ? Gap::Hyphen : Gap::Other;
  }

  void take_word(NameWord& word) {
    std::string letters;
    std::size_t count = 0;
    bool lower = false;
    while (at_ < size()) {
      const std::int32_t begin = at_;
      const UChar32 c = peek(at_);
      if (c == '.' && is_initial(letters, count) && is_letter(peek(at_ + 1))) {
        ++at_;
        word.pointed = true;
        continue;
      }
      if (!is_letter(c)) break;
      take();
      if (letters.empty()) word.capital = !is_lower(c);
      lower = lower || !is_upper(c);
      letters.append(
          text_.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at_ - begin)));
      ++count;
      if (word.pointed && peek(at_) != '.') break;
    }
    word.all_caps = count > 1 && !lower;
    word.form = fold(letters);
    if (word.pointed && peek(at_) == '.') ++at_;
    take_possessive(word);
  }

  /// Whether a point after these letters is that of an abbreviation: they are one letter, or
  /// one letter after each point so far.
  bool is_initial(const std::string& letters, std::size_t count) const {
    if (count == 0 || at_ < 1 || letters.size() > 6) return false;
    const auto before = static_cast<unsigned char>(text_[static_cast<std::size_t>(at_) - 1]);
    if (before >= 0x80 || before < 'A' || before > 'Z') return false;
    return count == 1 || text_[static_cast<std::size_t>(at_) - 2] == '.';
  }

  void take_possessive(NameWord& word) {
    if (!is_apostrophe(peek(at_))) return;
    std::int32_t after = at_;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes_, after, size(), c);
    const UChar32 s = peek(after);
    if ((s != 's' && s != 'S') || is_letter(peek(after + 1))) return;
    at_ = after + 1;
    word.possessive = true;
  }

  std::string_view text_;
  const std::uint8_t* bytes_;
  std::int32_t at_ = 0;
};

}  // namespace

std::vector<NameWord> name_words(std::string_view text, std::size_t most) {
  std::vector<NameWord> words;
  words.reserve(text.size() / 6);
  WordScanner scanner(text);
  NameWord word;
  while (words.size() < most && scanner.next(word)) words.push_back(std::move(word));
  return words;
}

std::string name_key_of(std::string_view name) {
  std::string key;
  for (const NameWord& word : name_words(name)) {
    if (!key.empty()) key += ' ';
    key += word.form;
  }
  return key;
}

}  // namespace news

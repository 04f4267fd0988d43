#include "common/date_tokens.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/analysis/fold.h"

namespace news {
namespace {

constexpr std::array minus_signs{U'\u2010', U'\u2011', U'\u2212'};
constexpr std::array apostrophes{U'\'', U'\u2019', U'\u02bc', U'`'};
constexpr std::array date_units{U'年', U'月', U'日', U'号', U'時', U'时', U'点', U'點',
                                U'分', U'秒', U'년', U'월', U'일', U'시', U'분', U'초'};

template <typename Table>
bool has(const Table& table, UChar32 c) {
  return std::find(table.begin(), table.end(), static_cast<char32_t>(c)) != table.end();
}

bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }

// Vowel signs of Tamil and Nepali are marks.
bool is_letter(UChar32 c) { return u_isalpha(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

/// Builds tokens from one character after the other.
class Tokens {
 public:
  void add(UChar32 c, std::string_view bytes) {
    if (u_isUWhiteSpace(c) != 0 || has(apostrophes, c)) {
      is_spaced_ = is_spaced_ || !has(apostrophes, c);
      is_open_ = false;
    } else if (is_digit(c)) {
      extend(DateToken::Kind::Number, bytes);
    } else if (is_letter(c)) {
      const bool is_unit = has(date_units, c) && follows_number();
      extend(DateToken::Kind::Word, bytes);
      if (is_unit) is_open_ = false;
    } else {
      is_open_ = false;
      extend(DateToken::Kind::Sign, has(minus_signs, c) ? "-" : bytes);
      is_open_ = false;
    }
  }

  std::vector<DateToken> take() { return std::move(tokens_); }

 private:
  bool follows_number() const { return is_open_ && tokens_.back().is_number(); }

  void extend(DateToken::Kind kind, std::string_view bytes) {
    if (!is_open_ || tokens_.back().kind != kind) {
      tokens_.push_back({.kind = kind, .text = {}, .is_spaced = is_spaced_});
    }
    tokens_.back().text += bytes;
    is_spaced_ = false;
    is_open_ = true;
  }

  std::vector<DateToken> tokens_;
  bool is_open_ = false;  // whether the last token may go on
  bool is_spaced_ = false;
};

}  // namespace

unsigned DateToken::value() const {
  constexpr std::size_t most_digits = 9;
  unsigned number = 0;
  if (text.size() <= most_digits) std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<DateToken> date_tokens(std::string_view utf8) {
  const std::string text = fold(utf8);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  Tokens tokens;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
    tokens.add(c, std::string_view(text).substr(begin, at - begin));
  }
  return tokens.take();
}

}  // namespace news

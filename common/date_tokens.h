#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A piece of a date as it is written.
struct DateToken {
  enum class Kind : std::uint8_t {
    Number,  ///< `text` is its digits, 0 to 9 whatever the script.
    Word,    ///< `text` is folded.
    Sign,    ///< One character that is neither.
  };

  Kind kind = Kind::Sign;
  std::string text;
  bool is_spaced = false;  ///< White space stands before it.

  bool is_number() const { return kind == Kind::Number; }
  bool is_word() const { return kind == Kind::Word; }
  bool is(std::string_view sign_or_word) const { return text == sign_or_word; }
  /// The number's value; 0 for one of more than nine digits and for what is none.
  unsigned value() const;
};

/// The numbers, words and signs of a date. Digits and letters that touch are two tokens
/// (`15th`, `16h12`, `2024年`); apostrophes are dropped (`d'abril`, `'24`).
std::vector<DateToken> date_tokens(std::string_view utf8);

}  // namespace news

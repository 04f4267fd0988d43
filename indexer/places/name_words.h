#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What stands between a word and the one before it.
enum class Gap {
  Space,   ///< White space only.
  Hyphen,  ///< A hyphen or an apostrophe: two parts of one word.
  Comma,   ///< One comma: `Paris, Texas`.
  Full,    ///< The end of a sentence or of a line.
  Point,   ///< A full stop that may belong to an abbreviation: `St. Paul`.
  Other,   ///< Any other punctuation, and the beginning.
};

/// One word of a text as names of places are looked up.
struct NameWord {
  std::string form;         ///< Folded; points within are left out: `U.S.` is `us`.
  Gap gap = Gap::Other;     ///< To the word before.
  bool capital = false;     ///< Begins with a capital, or its script has no case.
  bool all_caps = false;    ///< Has at least two letters and all are capitals.
  bool pointed = false;     ///< Written with points within: `U.S.`
  bool possessive = false;  ///< Had a possessive 's, which is no part of the form.
};

/// The words of `text` (any bytes), at most `most` of them. Words are runs of letters and digits;
/// a run of Han, Kana, Hangul or Thai is one word here.
std::vector<NameWord> name_words(std::string_view text, std::size_t most = 100'000);

/// The forms of all words joined by spaces: how a name is a key of the gazetteer.
std::string name_key_of(std::string_view name);

}  // namespace news

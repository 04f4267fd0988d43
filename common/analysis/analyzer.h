#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/beginnings.h"

namespace news {

/// One word of a text as the index knows it.
struct Token {
  std::string form;            ///< The word folded: lower case, no diacritics, no possessive 's.
  std::string stem;            ///< Its stem in the text's language; the form where there is none.
  std::uint32_t position = 0;  ///< 1 for the first word of the text; the pieces of a compound
                               ///< count one by one.
  std::uint32_t begin = 0;     ///< Byte offsets into the text that was analysed: [begin, end).
  std::uint32_t end = 0;
  /// True for the whole of a compound (`al-Qaeda` gives al[1], qaeda[2] and, at position 1 and
  /// over both pieces, the whole alqaeda). Wholes come after their pieces.
  bool whole = false;

  bool operator==(const Token&) const = default;
};

/// Where a word stands in a text, in bytes: [begin, end).
struct WordPlace {
  std::uint32_t begin;
  std::uint32_t end;
};

/// Decides what a word is, for the indexer, the query and the snippets alike: ICU word breaking
/// (dictionaries for Chinese, Japanese, Thai), case and diacritic folding that also knows
/// ł ø ß ı đ æ œ þ ð, a Snowball stemmer by language with a cache of stems.
/// Not for several threads at once: each thread has an Analyzer of its own.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// The words of `text` (valid UTF-8) in order. `language` is BCP 47; one without a stemmer, or
  /// none, leaves words as their forms. Words longer than 60 bytes when folded are cut to 60.
  std::vector<Token> analyze(std::string_view text, std::string_view language);
  /// The same, where only words matter whose forms begin so: of the others some are left out,
  /// compounds that begin otherwise may have no whole, and positions only tell which words follow
  /// one another.
  std::vector<Token> analyze_some(std::string_view text, std::string_view language,
                                  const Beginnings& wanted);
  /// The words of `text`, without stems.
  std::vector<Token> forms(std::string_view text);
  /// Where the words of `text` stand, the pieces of compounds one by one, from a byte on before
  /// which, if it is not the first, is white space.
  std::vector<WordPlace> places(std::string_view text, std::size_t begin);

  /// The stem of a form in that language.
  std::string stem(std::string_view form, std::string_view language);

  /// Whether every stem of the language begins as its form does, which is what Beginnings rely on.
  static bool keeps_beginnings(std::string_view language);

  /// Whether the form is so common in that language that it finds nothing (the, und, la, ...).
  static bool is_stop_word(std::string_view form, std::string_view language);

  /// Whether there is a stemmer for the language ("en-GB" counts as "en").
  static bool has_stemmer(std::string_view language);

 private:
  struct Private;
  std::unique_ptr<Private> private_;
};

/// Text for comparing as a whole (names of authors, sections, tags): case and diacritics folded as
/// in words, curly quotes straight, runs of white space as one space. "Müller " equals "MULLER".
/// May be called from several threads.
std::string fold_key(std::string_view text);

/// Tokens as one readable line for tests and for people: `al[1] qaeda[2] alqaeda[1]=`; a stem
/// that differs from its form is shown as `form/stem[n]`.
std::string to_string(const std::vector<Token>& tokens);

}  // namespace news

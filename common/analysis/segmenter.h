#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace news {

/// A run of bytes of a text: [begin, end).
struct Segment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool is_plain = false;  ///< Known to be of ASCII letters alone or digits alone, at least two.
};

/// Finds words by Unicode's rules (UAX 29), with ICU's dictionaries where a script has no spaces.
/// Words that need no rules are found without ICU, whose state machine is dear. For one thread.
class Segmenter {
 public:
  Segmenter();
  /// The words of `text` in order, from a byte on before which, if it is not the first, is white
  /// space; white space and punctuation between them left out. They stay until the next are asked
  /// for.
  const std::vector<Segment>& words(std::string_view text, std::size_t begin = 0);

 private:
  struct CloseText {
    void operator()(UText* text) const;
  };
  void add_words(std::string_view text, std::size_t begin, std::size_t end);

  std::vector<Segment> words_;  // not made anew for each text
  std::unique_ptr<icu::BreakIterator> breaks_;
  std::unique_ptr<UText, CloseText> text_;  // of the last part that ICU has looked at
};

}  // namespace news

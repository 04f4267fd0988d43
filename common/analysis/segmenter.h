#pragma once

#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace news {

/// A run of bytes of a text: [begin, end).
struct Segment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Finds words by Unicode's rules (UAX 29), with ICU's dictionaries where a script has no spaces.
/// For one thread.
class Segmenter {
 public:
  Segmenter();
  /// The words of `text` in order; white space and punctuation between them left out.
  std::vector<Segment> words(std::string_view text);

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;
};

}  // namespace news

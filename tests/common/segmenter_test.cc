#include "common/analysis/segmenter.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/ubrk.h>

#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace news {
namespace {

using Words = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Words found(std::string_view text) {
  Words words;
  Segmenter segmenter;
  for (const Segment& word : segmenter.words(text)) words.emplace_back(word.begin, word.end);
  return words;
}

/// By ICU's own iterator over the whole text.
Words by_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText* utext =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  breaks->setText(utext, status);
  Words words;
  for (std::int32_t begin = 0, end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    if (breaks->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) words.emplace_back(begin, end);
  }
  utext_close(utext);
  return words;
}

TEST(Segmenter, FindsWhatUnicodesRulesFind) {
  for (const char* text :
       {"", " ", "word", "two words.", "\"Quoted,\" he said (twice); and left!", "1,000 and 1.5bn",
        "U.S. and U.K.'s", "don't O'Neil", "C++ a_b a:b x@y.org", "caf\u00e9 na\u00efve",
        "line\nbreak\r\nand\ttab", "a\u0301b c\u200dd", "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35 x",
        "\u65e5\u672c\u8a9e and English", "word\u00a0word", "...", "x ...y z"}) {
    EXPECT_EQ(found(text), by_icu(text)) << text;
  }
}

TEST(Segmenter, FindsTheSameInWhateverIsThrownTogether) {
  constexpr std::array parts{"word",   "A",      "7",      "42",     " ",      "  ",     ".",
                             ",",      ":",      ";",      "'",      "\"",     "(",      ")",
                             "-",      "_",      "\n",     "\t",     "\u00e9", "\u2019", "\u0301",
                             "\u200d", "\u05d0", "\u65e5", "\u0e2a", "!",      "?",      "@",
                             "\u00a0", "\r\n",   "\u00ad", "/"};
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t length = random() % 12; length > 0; --length) {
      text += parts[random() % parts.size()];
    }
    ASSERT_EQ(found(text), by_icu(text)) << text;
  }
}

}  // namespace
}  // namespace news

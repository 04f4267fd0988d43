#include "common/analysis/segmenter.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/ubrk.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace news {
namespace {

using Words = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

Words found(std::string_view text) {
  Words words;
  Segmenter segmenter;
  for (const Segment& word : segmenter.words(text)) {
    const std::string_view bytes = text.substr(word.begin, word.end - word.begin);
    const bool may_be_plain =
        bytes.size() > 1 && (std::all_of(bytes.begin(), bytes.end(), is_letter) ||
                             std::all_of(bytes.begin(), bytes.end(), is_digit));
    EXPECT_TRUE(may_be_plain || !word.is_plain) << bytes;
    words.emplace_back(word.begin, word.end);
  }
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
        "\u65e5\u672c\u8a9e and English", "word\u00a0word", "...", "x ...y z",
        "\u201cQuoted,\u201d he said \u201ctwice\u201d.",
        "no\u201dgap \u201c\u201c(x)\u201d \u2018y\u2019 z\u201d\u0301"}) {
    EXPECT_EQ(found(text), by_icu(text)) << text;
  }
}

TEST(Segmenter, TellsWordsOfAnyLengthThatAreLettersOrDigitsAlone) {
  Segmenter segmenter;
  const auto is_plain = [&](const std::string& word) {
    const std::string text = "before " + word + ", after";
    const std::vector<Segment> words = segmenter.words(text);
    EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), word);
    return words[1].is_plain;
  };
  for (std::size_t length = 2; length < 40; ++length) {
    const std::string letters(length, 'z');
    const std::string digits(length, '9');
    EXPECT_TRUE(is_plain(letters)) << letters;
    EXPECT_TRUE(is_plain(digits)) << digits;
    EXPECT_FALSE(is_plain(letters + "0")) << letters;
    EXPECT_FALSE(is_plain(digits + "A")) << digits;
  }
  EXPECT_FALSE(is_plain("a"));
}

TEST(Segmenter, FindsTheSameInWhateverIsThrownTogether) {
  constexpr std::array parts{"word",   "A",      "7",      "42",     " ",      "  ",     ".",
                             ",",      ":",      ";",      "'",      "\"",     "(",      ")",
                             "-",      "_",      "\n",     "\t",     "\u00e9", "\u2019", "\u0301",
                             "\u200d", "\u05d0", "\u65e5", "\u0e2a", "!",      "?",      "@",
                             "\u00a0", "\r\n",   "\u00ad", "/",      "`",      "{",      "[",
                             "\u201c", "\u201d", "\u2014"};
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

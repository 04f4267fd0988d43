#include "searchd/word_lines.h"

#include <gmock/gmock.h>

namespace news {
namespace {

/// The numbers of the lines and what they are from there on, as one readable text.
std::string found(const WordLines& lines, const std::string& words, std::size_t most = 100) {
  std::string text;
  std::size_t count = 0;
  lines.find(words, [&](std::size_t number, std::string_view from) {
    text += std::to_string(number) + ":" + std::string(from) + "|";
    return ++count < most;
  });
  return text;
}

TEST(WordLines, FindsWhereWordsBegin) {
  WordLines lines;
  for (const char* words : {"anna muller", "lars holm", "", "muller and muller"}) lines.add(words);
  lines.finish();
  EXPECT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines.line(1), " lars holm ");
  EXPECT_EQ(found(lines, "mul"), "0:muller |3:muller and muller |3:muller |");
  EXPECT_EQ(found(lines, "anna mul"), "0:anna muller |");
  EXPECT_EQ(found(lines, "muller "), "0:muller |3:muller and muller |3:muller |");
  EXPECT_EQ(found(lines, "mul", 1), "0:muller |");
  EXPECT_EQ(found(lines, "ller"), "") << "a word's middle is no beginning";
  EXPECT_EQ(found(lines, "muller lars"), "") << "nothing runs over the end of a line";
  EXPECT_EQ(found(WordLines(), "a"), "");
}

}  // namespace
}  // namespace news

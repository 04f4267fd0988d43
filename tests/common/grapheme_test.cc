#include "common/grapheme.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace news {
namespace {

TEST(GraphemeBoundary, IsNeverInsideWhatAReaderSeesAsOneCharacter) {
  struct Row {
    std::string text;
    std::size_t at, expected;
  };
  const std::string family = "👨‍👩‍👧";  // 18 bytes
  const std::vector<Row> table = {
      {"rain", 2, 2},
      {"rain", 9, 4},
      {"", 0, 0},
      {"né", 2, 1},
      {"ne\u0301e", 2, 1},
      {"ne\u0301e", 4, 4},
      {"a" + family + "b", 5, 1},
      {"a" + family + "b", 18, 1},
      {"a" + family + "b", 19, 19},
      {"🇺🇦🇩🇰", 8, 8},
      {"🇺🇦🇩🇰", 12, 8},
      {"a\r\nb", 2, 1},
  };
  for (const Row& row : table) {
    EXPECT_EQ(grapheme_boundary(row.text, row.at), row.expected) << row.text << ' ' << row.at;
  }
}

TEST(GraphemeBoundary, IsBetweenCodePointsWhereOneCharacterIsEndless) {
  std::string text = "e";
  for (int i = 0; i < 10'000; ++i) text += "\u0301";
  const std::size_t at = grapheme_boundary(text, 1'002);
  EXPECT_EQ(at, 1'001u);
}

}  // namespace
}  // namespace news

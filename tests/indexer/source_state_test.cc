#include "indexer/source_state.h"

#include <gtest/gtest.h>

#include "indexer/gone_sources.h"
#include "indexer/tally.h"

namespace news {
namespace {

TEST(SourceState, IsReadBackAsPrinted) {
  const SourceState state{.path = "/srv/a b\nc.jsonl",
                          .file = {.size = 12, .modified = -3},
                          .hash = ~std::uint64_t{0},
                          .file_system = 7,
                          .read_as = "csv;title=headline;",
                          .told = 99,
                          .is_complete = true};
  EXPECT_EQ(parse_source_state(print_source_state(state)), state);
  EXPECT_EQ(parse_source_state(print_source_state({.path = "/x", .read_as = ";"}))->path, "/x");
}

TEST(SourceState, IsNothingOfOtherText) {
  for (const char* text : {"", "1 2 3", "1 2 3 4 5 complete ;", "x 2 3 4 5 complete ; /p"}) {
    EXPECT_FALSE(parse_source_state(text)) << text;
  }
}

TEST(SourcePath, IsTheSameHoweverItIsWritten) {
  EXPECT_EQ(source_path("/srv//a/./b/../c/"), "/srv/a/c");
  EXPECT_EQ(source_path("/"), "/");
  EXPECT_TRUE(is_below("/srv/a", "/srv"));
  EXPECT_TRUE(is_below("/srv", "/srv"));
  EXPECT_TRUE(is_below("/srv", "/"));
  EXPECT_FALSE(is_below("/srv2/a", "/srv"));
}

TEST(ReasonKind, LeavesOutWhatDiffersFromArticleToArticle) {
  EXPECT_EQ(reason_kind("published: 'soon' is no date; don't"),
            "published: \"...\" is no date; don't");
  EXPECT_EQ(reason_kind("id: has 4096 bytes"), "id: has N bytes");
  EXPECT_EQ(reason_kind("\"a\" and \"b\" of 12"), "\"...\" and \"...\" of N");
  EXPECT_EQ(reason_kind("an open \"quote"), "an open \"quote");
}

}  // namespace
}  // namespace news

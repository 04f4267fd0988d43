#include "indexer/transcoded_stream.h"

#include <gmock/gmock.h>

#include "tests/support/text_stream.h"

namespace news {
namespace {

using namespace std::string_literals;

std::string read_as(const std::string& charset, const std::string& text) {
  TextStream bytes(text, 3);  // Whatever is looked for is cut.
  TranscodedStream stream(bytes, charset);
  return read_whole(stream, 1000).value_or("too long");
}

TEST(TranscodedStream, GivesUtf8WhereverTheStreamIsCut) {
  EXPECT_EQ(read_as("UTF-16LE", "\xff\xfe"s + "a\0\x1f\x04\x3d\xd8\x00\xde"s), "aП😀");
  EXPECT_EQ(read_as("UTF-16BE", "\xfe\xff"s + "\0a\x04\x1f"s), "aП");
  EXPECT_EQ(read_as("windows-1252", "Caf\xe9"), "Café");
}

TEST(TranscodedStream, ReplacesWhatIsBroken) {
  EXPECT_EQ(read_as("UTF-16LE", "a\0\x3d\xd8"s), "a\xef\xbf\xbd");
  EXPECT_EQ(read_as("UTF-16LE", "a\0b"s), "a\xef\xbf\xbd");
}

TEST(TranscodedStream, KnowsTheCharsetByMarkOrNuls) {
  EXPECT_EQ(utf16_or_32("\xff\xfe{\0"s), "UTF-16LE");
  EXPECT_EQ(utf16_or_32("\xff\xfe\0\0"s), "UTF-32LE");
  EXPECT_EQ(utf16_or_32("\xfe\xff\0{"s), "UTF-16BE");
  EXPECT_EQ(utf16_or_32("{\0\"\0i\0d\0"s), "UTF-16LE");
  EXPECT_EQ(utf16_or_32("{\"id\":\0\"x\"}"s), "");
  EXPECT_EQ(utf16_or_32("{}"), "");
}

}  // namespace
}  // namespace news

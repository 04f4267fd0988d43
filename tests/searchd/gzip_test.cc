#include "searchd/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <vector>

namespace news {
namespace {

/// What any reader of gzip makes of a file; with its check sum and length looked at.
std::string unzip(std::string file) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string text(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(file.data());
  stream.avail_in = static_cast<uInt>(file.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  const int done = inflate(&stream, Z_FINISH);
  EXPECT_EQ(done, Z_STREAM_END) << (stream.msg == nullptr ? "" : stream.msg);
  EXPECT_EQ(stream.avail_in, 0u) << "bytes after the end";
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

std::string noise(std::size_t size) {
  std::string text;
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < size; ++i) {
    state = state * 1664525 + 1013904223;
    text += static_cast<char>(state >> 24);
  }
  return text;
}

TEST(Gzip, GivesTheTextBack) {
  for (const std::string& text :
       {std::string(), std::string("a"), std::string(100'000, 'x'), noise(70'000)}) {
    EXPECT_EQ(unzip(gzip(text)), text) << text.size();
  }
}

TEST(Gzip, JoinsPiecesThatWereMadeApart) {
  const std::string text = "Dockers elected a committee. " + noise(100);
  const GzipPiece whole = compress(text);
  const GzipPiece none = compress("");
  const GzipPiece number = store("0.02");
  EXPECT_EQ(unzip(gzip({&whole, &number, &whole})), text + "0.02" + text);
  EXPECT_EQ(unzip(gzip({&none, &number, &none})), "0.02");
  EXPECT_EQ(unzip(gzip({})), "");
}

TEST(Gzip, IsTakenByThoseWhoSaySo) {
  for (const char* taken : {"gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8", "gzip;q=0.001"}) {
    EXPECT_TRUE(accepts_gzip(taken)) << taken;
  }
  for (const char* not_taken : {"", "identity", "br", "gzip;q=0", "gzip; q=0.0, br;q=1"}) {
    EXPECT_FALSE(accepts_gzip(not_taken)) << not_taken;
  }
}

}  // namespace
}  // namespace news

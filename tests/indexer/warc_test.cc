#include "indexer/readers/warc.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "indexer/warc/content_coding.h"
#include "indexer/warc/records.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

/// Gives the text `times` over, in small pieces.
class Repeated : public ByteStream {
 public:
  explicit Repeated(std::string text, std::size_t times = 1)
      : text_(std::move(text)), left_(times) {}

  std::size_t read(char* buffer, std::size_t size) override {
    if (at_ == text_.size() && left_ > 1) {
      --left_;
      at_ = 0;
    }
    const std::size_t count = text_.copy(buffer, std::min<std::size_t>(size, 4099), at_);
    at_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t left_;
  std::size_t at_ = 0;
};

class Heard : public Intake {
 public:
  void article(Article&& article, const Place& place) override {
    articles.push_back(to_string(place) + " " + article.id);
    last = std::move(article);
  }
  void rejected(const Place& place, const std::string& reason, std::string_view) override {
    rejections.push_back(to_string(place) + ": " + reason);
  }
  void warning(const Place&, const std::string& what) override { warnings.push_back(what); }
  void removed(const std::string&, const Place&) override {}
  void skipped(const Place&, std::string_view what) override { ++kinds[std::string(what)]; }

  std::vector<std::string> articles;
  std::vector<std::string> rejections;
  std::vector<std::string> warnings;
  std::map<std::string, int> kinds;
  Article last;
};

const std::string page =
    "<html><h1>Quiet night</h1><p>The harbour was quiet on Thursday, the guard said, but for a cat "
    "that fell into the water.</p></html>";

std::string record(const std::string& type, const std::string& block, std::size_t length) {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: http://post.example/quiet\r\nWARC-Date: 2024-05-15T10:00:00Z\r\n"
         "Content-Length: " +
         std::to_string(length) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string record(const std::string& type, const std::string& block) {
  return record(type, block, block.size());
}

std::string response(const std::string& body, const std::string& fields = {}) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + fields + "\r\n" + body;
}

Heard hear(const std::string& warc, std::size_t times = 1) {
  Repeated bytes(warc, times);
  Heard heard;
  const std::string name = "a.warc";
  read_warc({bytes, name, {}}, heard);
  return heard;
}

TEST(Warc, TargetAndDateStandInForWhatThePageDoesNotSay) {
  const Heard heard = hear(record("response", response(page)));
  EXPECT_THAT(heard.articles,
              ElementsAre("a.warc:http://post.example/quiet http://post.example/quiet"));
  EXPECT_EQ(to_string(*heard.last.published), "2024-05-15T10:00:00Z");
}

TEST(Warc, OtherRecordsAreCountedByKind) {
  const Heard heard =
      hear(record("warcinfo", "x") + record("request", "GET /") + record("request", "GET /") +
           record("response", "HTTP/1.1 301 Moved\r\n\r\n") + record("made-up", "x") +
           record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"));
  EXPECT_THAT(heard.kinds, ElementsAre(testing::Pair("HTTP responses of status 301", 1),
                                       testing::Pair("HTTP responses that are not HTML", 1),
                                       testing::Pair("WARC records of type other", 1),
                                       testing::Pair("WARC records of type request", 2),
                                       testing::Pair("WARC records of type warcinfo", 1)));
}

TEST(Warc, AWrongLengthCostsOneRecord) {
  const std::string good = record("response", response(page));
  const std::string block = response(page);
  for (const std::size_t length : {block.size() - 30, block.size() + 30, std::size_t{5} << 40}) {
    const Heard heard = hear(good + record("response", block, length) + good);
    EXPECT_EQ(heard.articles.size(), 2u) << length;
    EXPECT_EQ(heard.rejections.size(), 1u) << length;
  }
}

TEST(Warc, AHeaderWithoutALineEndIsOneRejectionAndNotReadForEver) {
  const Heard cut = hear(record("response", response(page)) + "WARC/1.0 WARC-Type: response");
  EXPECT_THAT(cut.rejections, ElementsAre(HasSubstr("Content-Length")));
  EXPECT_THAT(cut.articles, SizeIs(1));

  const std::string too_long = "WARC/1.0 " + std::string(100'000, 'x') + "\r\n\r\n";
  const Heard heard = hear(too_long + record("response", response(page)));
  EXPECT_THAT(heard.rejections, ElementsAre(HasSubstr("Content-Length")));
  EXPECT_THAT(heard.articles, SizeIs(1));
}

TEST(Warc, OfACutRecordWhatIsThereIsTakenInWithAWarning) {
  const std::string whole = record("response", response(page + page));
  const Heard heard = hear(whole.substr(0, whole.size() - 80));
  EXPECT_EQ(heard.articles.size(), 1u);
  EXPECT_THAT(heard.warnings, ElementsAre(HasSubstr("the file ends within this record")));
}

TEST(Warc, ARecordTooLongIsSkippedWithoutBeingHeld) {
  const std::string good = record("response", response(page));
  const Heard heard = hear(record("response", std::string(40u << 20, 'x')) + good);
  EXPECT_EQ(heard.articles.size(), 1u);
  EXPECT_THAT(heard.rejections, ElementsAre(HasSubstr("longer than 32 MB")));
}

TEST(Warc, ManyRecordsAreReadOneAfterAnother) {
  EXPECT_EQ(hear(record("response", response(page)), 2000).articles.size(), 2000u);
}

TEST(ContentCoding, ChunksAreTakenOff) {
  EXPECT_EQ(warc::without_chunks("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"), "abcde");
  EXPECT_EQ(warc::without_chunks("<html>not chunked"), "<html>not chunked");
  EXPECT_EQ(warc::without_chunks("3\r\nabc\r\nff\r\nde"), "abcde");
  EXPECT_EQ(warc::without_chunks(""), "");
}

TEST(ContentCoding, AnUnknownOneIsRefusedAndPlainTextIsLeft) {
  EXPECT_THROW(warc::decode_content("x", "zstd", 100), warc::BadCoding);
  EXPECT_EQ(warc::decode_content("<html>", "gzip", 100), "<html>");
  EXPECT_EQ(warc::decode_content("<html>", "br", 100), "<html>");
  EXPECT_EQ(warc::decode_content("<html>", "", 100), "<html>");
}

}  // namespace
}  // namespace news

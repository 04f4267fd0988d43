#include "indexer/readers/reuters.h"

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/readers/lines.h"
#include "indexer/readers/native_article.h"
#include "indexer/readers/reuters_article.h"
#include "indexer/text/lines_of.h"

namespace news {
namespace {

constexpr std::string_view open_tag = "<REUTERS";
constexpr std::string_view close_tag = "</REUTERS>";

/// Puts lines together to elements and tells them to the intake.
class Elements {
 public:
  Elements(const std::string& source, Intake& intake) : source_(source), intake_(intake) {}

  void add(const Line& line) {
    if (line.is_too_long) is_too_long_ = true;
    std::string_view text = line.text;
    while (!text.empty()) text = step(text, line.number);
    if (line_ != 0) keep("\n");
  }

  void end() {
    if (line_ != 0) reject("ends without </REUTERS>; is the file complete?");
  }

 private:
  /// Takes a part of the line and gives what is left of it.
  std::string_view step(std::string_view text, std::uint64_t number) {
    const std::size_t open = text.find(open_tag);
    if (line_ == 0) return begin(text, open, number);
    const std::size_t close = text.find(close_tag);
    if (open < close) {
      reject("has no </REUTERS> before the next article begins");
      return begin(text, open, number);
    }
    keep(text.substr(0, close));
    if (close == std::string_view::npos) return {};
    finish();
    return text.substr(close + close_tag.size());
  }

  std::string_view begin(std::string_view text, std::size_t at, std::uint64_t number) {
    if (at == std::string_view::npos) return {};
    line_ = number;
    keep(open_tag);
    return text.substr(at + open_tag.size());
  }

  void keep(std::string_view text) {
    is_too_long_ = is_too_long_ || element_.size() + text.size() > max_article_bytes;
    if (!is_too_long_) element_ += text;
  }

  void finish() {
    if (is_too_long_) return reject(std::string(too_long_reason));
    take_article(reuters_article(element_), {.source = source_, .line = line_}, intake_);
    reset();
  }

  void reject(const std::string& reason) {
    intake_.rejected({.source = source_, .line = line_}, reason, element_);
    reset();
  }

  void reset() {
    element_.clear();
    line_ = 0;
    is_too_long_ = false;
  }

  const std::string& source_;
  Intake& intake_;
  std::string element_;
  std::uint64_t line_ = 0;  // where the element begins; 0 outside of one
  bool is_too_long_ = false;
};

}  // namespace

bool knows_reuters(std::string_view beginning, std::string_view) {
  const std::string_view text = trim(beginning);
  return text.starts_with("<!DOCTYPE lewis") || text.starts_with("<REUTERS ");
}

void read_reuters(const Source& source, Intake& intake) {
  Lines lines(source.bytes, max_article_bytes);
  Elements elements(source.name, intake);
  while (const std::optional<Line> line = lines.next()) elements.add(*line);
  elements.end();
}

}  // namespace news

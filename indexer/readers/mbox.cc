#include "indexer/readers/mbox.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "indexer/readers/lines.h"
#include "indexer/readers/mbox_article.h"
#include "indexer/readers/native_article.h"
#include "indexer/text/lines_of.h"

namespace news {
namespace {

/// Whether the line separates messages: `From SENDER DATE`, where the date has a time and a year.
/// A sentence that begins with From and stands behind an empty line is not one.
bool is_separator(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto digits = std::count_if(line.begin(), line.end(), is_digit);
  const std::size_t colon = line.rfind(':');
  return colon != std::string_view::npos && colon > 0 && is_digit(line[colon - 1]) && digits >= 8;
}

/// `name: value`.
bool is_header(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return c > ' ' && c < '\x7f'; });
}

/// Two headers that only messages have, and nothing but headers up to the empty line.
bool is_message(std::string_view beginning) {
  constexpr std::array names{
      "from:", "date:",        "subject:",      "message-id:", "received:",
      "to:",   "return-path:", "delivered-to:", "newsgroups:", "mime-version:"};
  int known = 0;
  int lines = 0;
  for (const std::string_view line : lines_of(beginning)) {
    if (trim(line).empty()) break;
    const bool is_continued = lines > 0 && (line.front() == ' ' || line.front() == '\t');
    if (!is_continued && !is_header(line)) return false;
    ++lines;
    known += std::any_of(names.begin(), names.end(),
                         [&](const char* name) { return starts_with_ignoring_case(line, name); });
  }
  return known >= 3;
}

/// Without the `>` that stands before a line that would be a separator.
std::string_view unquoted(std::string_view line) {
  const std::size_t from = line.find_first_not_of('>');
  const bool is_quoted =
      from != std::string_view::npos && from > 0 && line.substr(from).starts_with("From ");
  return is_quoted ? line.substr(1) : line;
}

/// Puts lines together to messages and tells them to the intake.
class Messages {
 public:
  Messages(const std::string& source, Intake& intake) : source_(source), intake_(intake) {}

  void add(const Line& line) {
    const bool separates = after_empty_line_ && is_separator(line.text);
    after_empty_line_ = trim(line.text).empty();
    if (separates) {
      finish();
      is_mbox_ = true;
      return;
    }
    if (line_ == 0 && after_empty_line_) return;
    if (line_ == 0) line_ = line.number;
    keep(is_mbox_ ? unquoted(line.text) : line.text, line.is_too_long);
  }

  void finish() {
    if (line_ != 0) tell({.source = source_, .line = line_});
    message_.clear();
    is_too_long_ = false;
    line_ = 0;
  }

 private:
  void keep(std::string_view text, bool is_cut) {
    is_too_long_ = is_too_long_ || is_cut || message_.size() + text.size() > max_article_bytes;
    if (is_too_long_) return;
    message_ += text;
    message_ += '\n';
  }

  void tell(const Place& place) {
    if (is_too_long_) return intake_.rejected(place, std::string(too_long_reason), message_);
    if (!is_header(message_.substr(0, message_.find('\n')))) {
      return intake_.rejected(
          place, "has no headers; expected a message that begins with lines such as 'Subject: ...'",
          message_);
    }
    MboxArticle read = mbox_article(message_);
    if (!read.removes.empty()) intake_.removed(read.removes, place);
    if (!read.is_cancel) take_article(std::move(read.article), place, intake_);
  }

  const std::string& source_;
  Intake& intake_;
  std::string message_;
  std::uint64_t line_ = 0;  // where the message begins; 0 outside of one
  bool after_empty_line_ = true;
  bool is_mbox_ = false;
  bool is_too_long_ = false;
};

}  // namespace

bool knows_mbox(std::string_view beginning, std::string_view) {
  const std::string_view text = trim(beginning);
  const std::size_t end = std::min(text.find('\n'), text.size());
  if (is_separator(text.substr(0, end))) return true;
  return is_message(text);
}

void read_mbox(const Source& source, Intake& intake) {
  Lines lines(source.bytes, max_article_bytes);
  Messages messages(source.name, intake);
  while (const std::optional<Line> line = lines.next()) messages.add(*line);
  messages.finish();
}

}  // namespace news

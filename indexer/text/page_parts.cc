#include "indexer/text/page_parts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/text/dateline.h"
#include "indexer/text/lines_of.h"
#include "indexer/text/page_head.h"
#include "indexer/text/page_line.h"
#include "indexer/text/page_tail.h"
#include "indexer/text/page_words.h"
#include "indexer/text/wrapped_text.h"

namespace news {
namespace {

using Kind = PageLine::Kind;
using Lines = std::vector<PageLine>;

/// Whether the lines were cut at a fixed width: most of them are of nearly that width.
bool is_wrapped(std::string_view text) {
  constexpr std::size_t widest = 90;
  constexpr std::size_t narrowest = 50;
  std::size_t lines = 0;
  std::size_t full = 0;
  std::size_t sentences = 0;
  for (const std::string_view line : lines_of(text)) {
    if (trim(line).empty()) continue;
    if (line.size() > widest) return false;
    ++lines;
    if (line.size() < narrowest) continue;
    ++full;
    const char last = trim(line).back();
    sentences += last == '.' || last == '"' || last == '!' || last == '?' ? 1 : 0;
  }
  return lines > 5 && full * 10 > lines * 6 && sentences * 2 < full;
}

/// Moves past the lines that stand together with the one before `at`.
std::size_t end_of_block(const Lines& lines, std::size_t at) {
  while (at < lines.size() && !lines[at].after_gap) ++at;
  return at;
}

/// Takes the lines between the head and the tail.
class Body {
 public:
  Body(const Lines& lines, std::size_t begin, std::size_t end, SourceArticle& article)
      : lines_(lines), end_(end), at_(begin), article_(article) {}

  std::string run() {
    while (at_ < end_) step();
    return std::move(text_);
  }

 private:
  void step() {
    const PageLine& line = lines_[at_];
    switch (line.kind) {
      case Kind::SignUp:
        return skip_box();
      case Kind::Teaser:
        return skip_links();
      case Kind::Text:
        return take_text(line);
      case Kind::Short:
      case Kind::Role:
      case Kind::Byline:
        return take_short(line);
      default:
        take_page_note(line, article_);
        ++at_;
    }
  }

  void take_text(const PageLine& line) {
    keep(line.text);
    ++at_;
  }

  /// A line between paragraphs: a subheading, unless it begins the block of a teaser.
  void take_short(const PageLine& line) {
    const std::size_t block = std::min(end_of_block(lines_, at_ + 1), end_);
    constexpr std::size_t longest_teaser = 4;
    const bool marked = block - at_ <= longest_teaser &&
                        std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(at_),
                                    lines_.begin() + static_cast<std::ptrdiff_t>(block),
                                    [](const PageLine& one) { return one.kind == Kind::Teaser; });
    if (marked) {
      at_ = block;
      return;
    }
    keep(line.text);
    ++at_;
  }

  /// The box around an invitation to sign up: short lines that stand with it.
  void skip_box() {
    ++at_;
    while (at_ < end_ && !lines_[at_].after_gap && lines_[at_].text.size() < 200) ++at_;
  }

  /// Links behind "Read also": short lines up to the next paragraph, at most one paragraph's worth
  /// if they stand apart.
  void skip_links() {
    const bool names_link = lines_[at_].text.find(':') + 1 < lines_[at_].text.size();
    ++at_;
    if (names_link) return;
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < most && at_ < end_ && lines_[at_].kind == Kind::Short; ++i) ++at_;
  }

  void keep(std::string_view line) {
    if (!text_.empty()) text_ += "\n\n";
    text_ += line;
  }

  const Lines& lines_;
  std::size_t end_;
  std::size_t at_;
  SourceArticle& article_;
  std::string text_;
};

/// The agency's line that the body begins with.
void take_dateline(SourceArticle& article) {
  const Dateline line = split_dateline(article.body);
  if (line.place_and_date.empty()) return;
  article.dateline = line.place_and_date;
  article.body = std::string(line.rest);
}

}  // namespace

SourceArticle read_page_text(std::string_view text) {
  const std::string unwrapped = is_wrapped(text) ? unwrap_text(text) : std::string();
  const Lines lines = page_lines(unwrapped.empty() ? text : unwrapped);
  SourceArticle article;
  const std::size_t begin = take_page_head(lines, article);
  const std::size_t end = find_page_tail(lines, begin);
  article.body = Body(lines, begin, end, article).run();
  take_page_tail(lines, end, article);
  take_dateline(article);
  return article;
}

}  // namespace news

#include "indexer/text/wiki_text.h"

#include <algorithm>

#include "common/text.h"
#include "indexer/text/lines_of.h"
#include "indexer/text/sgml_text.h"
#include "indexer/text/wiki_link.h"
#include "indexer/text/wiki_marks.h"
#include "indexer/text/wiki_words.h"

namespace news {
namespace {

using Kind = WikiMark::Kind;

/// What is nested deeper than this is left out: each level may copy what is below it.
constexpr std::size_t max_depth = 40;
constexpr std::size_t max_templates = 1000;

/// Turns the markup to lines of text, with links and templates resolved.
class Resolver {
 public:
  Resolver(std::string_view markup, WikiText& result) : markup_(markup), result_(result) {}

  std::string run() {
    WikiMarks marks(markup_);
    for (std::size_t at = 0; at < markup_.size();) {
      const WikiMark mark = marks.at(at);
      step(mark, markup_.substr(at, mark.size));
      at += mark.size;
    }
    collapse(0);
    return std::move(frames_.front().parts.front());
  }

 private:
  void step(const WikiMark& mark, std::string_view text) {
    switch (mark.kind) {
      case Kind::OpenTemplate:
        return open(WikiFrame::Kind::Template);
      case Kind::OpenLink:
        return open(WikiFrame::Kind::Link);
      case Kind::OpenTable:
        return open(WikiFrame::Kind::Table);
      case Kind::CloseTemplate:
        return close(WikiFrame::Kind::Template, text);
      case Kind::CloseLink:
        return close(WikiFrame::Kind::Link, text);
      case Kind::CloseTable:
        return close(WikiFrame::Kind::Table, text);
      case Kind::Bar:
        return bar(text);
      case Kind::Skip:
        return starts_with_ignoring_case(text, "<br") ? add("\n") : void();
      case Kind::LineEnd:
      case Kind::Letter:
        return add(text);
    }
  }

  void add(std::string_view text) {
    if (too_deep_ == 0) frames_.back().parts.back() += text;
  }

  void open(WikiFrame::Kind kind) {
    if (too_deep_ > 0 || frames_.size() > max_depth) {
      ++too_deep_;
    } else {
      frames_.push_back({.kind = kind});
    }
  }

  void bar(std::string_view text) {
    const WikiFrame::Kind kind = frames_.back().kind;
    const bool parts = kind == WikiFrame::Kind::Template || kind == WikiFrame::Kind::Link;
    if (too_deep_ > 0 || !parts) return add(text);
    frames_.back().parts.emplace_back();
  }

  /// Ends the innermost frame of the kind; those within it, that have no end, become text.
  void close(WikiFrame::Kind kind, std::string_view text) {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    std::size_t depth = frames_.size() - 1;
    while (depth > 0 && frames_[depth].kind != kind) --depth;
    if (depth == 0) return add(text);
    collapse(depth);
    const WikiFrame frame = std::move(frames_.back());
    frames_.pop_back();
    add(meaning(frame));
  }

  /// Frames above `depth` become text in it.
  void collapse(std::size_t depth) {
    std::string text;
    for (std::size_t i = depth + 1; i < frames_.size(); ++i) {
      for (const std::string& part : frames_[i].parts) text += part;
    }
    frames_.resize(depth + 1);
    frames_.back().parts.back() += text;
  }

  std::string meaning(const WikiFrame& frame) {
    if (frame.kind == WikiFrame::Kind::Template) return template_text(frame.parts);
    if (frame.kind == WikiFrame::Kind::Link) return link_text(frame.parts);
    return {};
  }

  std::string template_text(const std::vector<std::string>& parts) {
    WikiTemplate call{.name = fold_wiki_name(parts.front()),
                      .arguments = {parts.begin() + 1, parts.end()}};
    const bool is_text = is_text_template(call.name) && parts.size() > 1;
    std::string text;
    if (is_text) text = call.name.ends_with("quote") ? parts[1] : last_text(call.arguments);
    if (result_.templates.size() < max_templates) result_.templates.push_back(std::move(call));
    return text;
  }

  /// The last argument that has no name.
  static std::string last_text(const std::vector<std::string>& arguments) {
    for (auto argument = arguments.rbegin(); argument != arguments.rend(); ++argument) {
      if (argument->find('=') == std::string::npos && !trim(*argument).empty()) return *argument;
    }
    return {};
  }

  std::string link_text(const std::vector<std::string>& parts) {
    WikiLink link = read_wiki_link(parts);
    if (!link.category.empty()) result_.categories.push_back(std::move(link.category));
    if (result_.caption.empty()) result_.caption = std::move(link.caption);
    return std::move(link.text);
  }

  std::string_view markup_;
  WikiText& result_;
  std::vector<WikiFrame> frames_{WikiFrame{}};
  std::size_t too_deep_ = 0;  // levels that are open beyond max_depth
};

/// The words of `== words ==`; empty for any other line.
std::string_view heading_of(std::string_view line) {
  if (line.size() < 3 || !line.starts_with('=') || !line.ends_with('=')) return {};
  const std::size_t begin = line.find_first_not_of('=');
  if (begin == std::string_view::npos) return {};
  return trim(line.substr(begin, line.find_last_not_of('=') + 1 - begin));
}

/// Lines to paragraphs, up to the sections that are about the article.
std::string paragraphs_of(std::string_view text) {
  std::string result;
  bool begins = true;
  for (const std::string_view whole : lines_of(text)) {
    std::string_view line = trim(whole);
    const std::string_view heading = heading_of(line);
    if (is_end_heading(fold_wiki_name(heading))) break;
    const bool is_item = line.find_first_of("*#:;") == 0;
    line.remove_prefix(std::min(line.find_first_not_of("*#:; "), line.size()));
    if (line.starts_with("----") || line.starts_with("__")) line = {};
    if (!heading.empty()) line = heading;
    begins = begins || is_item || !heading.empty() || line.empty();
    if (line.empty()) continue;
    if (!result.empty()) result += begins ? "\n\n" : " ";
    result += without_external_links(line);
    begins = is_item || !heading.empty();
  }
  return result;
}

}  // namespace

WikiText read_wiki_text(std::string_view markup) {
  WikiText result;
  const std::string text = Resolver(markup, result).run();
  result.body = paragraphs_of(sgml_text(text));
  return result;
}

}  // namespace news

#include "indexer/html/blocks.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/html_text.h"
#include "common/text.h"
#include "indexer/html/classes.h"
#include "indexer/html/walk.h"

namespace news::html {
namespace {

constexpr std::array never_text{"script", "style",  "head",   "template", "noscript", "iframe",
                                "svg",    "button", "select", "textarea", "object",   "audio",
                                "video",  "canvas", "math",   "option",   "input",    "label"};
constexpr std::array other_blocks{"#root",    "body", "center", "details", "dialog",
                                  "fieldset", "form", "html",   "nav",     "summary",
                                  "tbody",    "td",   "tfoot",  "th",      "thead"};

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block(const Node& node) {
  return is_paragraph_element(node.name) || is_one_of(node.name, other_blocks);
}

bool is_hidden(const Node& node) {
  constexpr std::array hiding{
      "hidden",          "hide",          "sr-only", "screen-reader-text", "d-none",
      "visually-hidden", "visuallyhidden"};
  const std::string_view classes = attribute(node, "class");
  const bool is_called_so = std::any_of(
      hiding.begin(), hiding.end(), [&](std::string_view name) { return has_word(classes, name); });
  if (is_called_so || has_attribute(node, "hidden")) return true;
  std::string style(attribute(node, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos;
}

bool is_seen(const Node& node) {
  return node.name.empty() || (!is_one_of(node.name, never_text) && !is_hidden(node));
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

/// Gathers text into blocks while the page is walked.
class Gatherer {
 public:
  explicit Gatherer(const std::vector<bool>& left_out) : left_out_(left_out) {}

  bool enter(const Node& node) {
    if (!takes(node)) return false;
    if (node.name.empty()) add(node.text);
    if (node.name == "a") ++links_;
    if (node.name == "br") line_break();
    if (is_block(node)) {
      finish();
      open_.push_back(&node);
    }
    return true;
  }

  void leave(const Node& node) {
    if (!takes(node)) return;
    if (node.name == "a") --links_;
    if (!is_block(node)) return;
    finish();
    open_.pop_back();
  }

  std::vector<Block> take() { return std::move(blocks_); }

 private:
  bool takes(const Node& node) const {
    return (left_out_.empty() || !left_out_[node.index]) && is_seen(node);
  }

  void add(std::string_view text) {
    const std::size_t letters = count_letters(text);
    if (letters > 0) breaks_ = 0;
    block_.text += text;
    block_.letters += letters;
    if (links_ > 0) block_.link_letters += letters;
  }

  void line_break() {
    block_.text += ' ';
    if (++breaks_ == 2) finish();
  }

  void finish() {
    breaks_ = 0;
    // No-break spaces would glue words together.
    for (std::size_t at = 0; (at = block_.text.find("\xc2\xa0", at)) != std::string::npos;) {
      block_.text.replace(at, 2, 1, ' ');
    }
    block_.text = clean_line(block_.text);
    block_.node = open_.empty() ? nullptr : open_.back();
    // Some pages escape the markup of an image where no script shows it.
    const bool markup = block_.text.starts_with('<') && block_.text.ends_with('>');
    if (!block_.text.empty() && !markup && block_.node != nullptr)
      blocks_.push_back(std::move(block_));
    block_ = {};
  }

  const std::vector<bool>& left_out_;
  std::vector<Block> blocks_;
  Block block_;
  std::vector<const Node*> open_;
  int links_ = 0;
  int breaks_ = 0;
};

}  // namespace

std::vector<Block> blocks_of(const Page& page, const std::vector<bool>& left_out) {
  Gatherer gatherer(left_out);
  walk(
      page.root(), [&](const Node& node) { return gatherer.enter(node); },
      [&](const Node& node) { gatherer.leave(node); });
  return gatherer.take();
}

}  // namespace news::html

#include "common/html_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>

namespace news {

namespace {

constexpr std::array hidden{"head", "noscript", "script", "style", "template"};

template <typename Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Empty for what is no element.
std::string_view name_of(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE) return {};
  return reinterpret_cast<const char*>(node->name);
}

bool is_block(const xmlNode* node) {
  constexpr std::array others{"br", "td", "th"};
  const std::string_view name = name_of(node);
  return is_paragraph_element(name) || is_one_of(name, others);
}

/// Text with its white space run together; paragraphs are begun as blocks ask for them.
class Paragraphs {
 public:
  void begin() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty() && text_.back() != '\n') text_ += "\n\n";
  }

  void add(std::string_view words) {
    for (const char c : words) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      const bool at_start = text_.empty() || text_.back() == '\n' || text_.back() == ' ';
      if (!space) {
        text_ += c;
      } else if (!at_start) {
        text_ += ' ';
      }
    }
  }

  std::string take() {
    begin();
    while (!text_.empty() && text_.back() == '\n') text_.pop_back();
    return std::move(text_);
  }

 private:
  std::string text_;
};

/// The next node in document order that is not below `node`; ends blocks on the way up.
const xmlNode* next_after(const xmlNode* node, Paragraphs& text) {
  while (node != nullptr && node->next == nullptr) {
    node = node->parent;
    if (node != nullptr && is_block(node)) text.begin();
  }
  return node == nullptr ? nullptr : node->next;
}

}  // namespace

bool is_paragraph_element(std::string_view name) {
  constexpr std::array names{"address", "article", "aside",      "blockquote", "dd",     "div",
                             "dl",      "dt",      "figcaption", "figure",     "footer", "h1",
                             "h2",      "h3",      "h4",         "h5",         "h6",     "header",
                             "hr",      "li",      "main",       "ol",         "p",      "pre",
                             "section", "table",   "tr",         "ul"};
  return is_one_of(name, names);
}

std::string html_text(std::string_view html) {
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                      HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options),
      xmlFreeDoc);
  Paragraphs text;
  const xmlNode* node = document ? xmlDocGetRootElement(document.get()) : nullptr;
  // Without recursion, however deep the page is nested.
  while (node != nullptr) {
    if (is_block(node)) text.begin();
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      text.add(reinterpret_cast<const char*>(node->content));
    }
    const bool enter = node->children != nullptr && node->type == XML_ELEMENT_NODE &&
                       !is_one_of(name_of(node), hidden);
    if (enter) {
      node = node->children;
    } else {
      if (is_block(node)) text.begin();
      node = next_after(node, text);
    }
  }
  return text.take();
}

}  // namespace news

#include "indexer/xml_text.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>

#include "common/html_text.h"
#include "common/text.h"

namespace news {
namespace {

/// Of NITF and NewsML, beside those of HTML.
constexpr std::array blocks{"abstract", "block",   "body",       "body.content", "bq",
                            "br",       "caption", "fn",         "hedline",      "hl1",
                            "hl2",      "media",   "nitf-table", "note",         "q",
                            "tagline",  "byline",  "dateline",   "credit"};
constexpr std::array cells{"td", "th"};
constexpr std::array hidden{"head", "noscript", "script", "style", "template"};

template <typename Names>
bool is_one_of(const XmlNode* node, const Names& names) {
  return std::find(names.begin(), names.end(), xml::name(node)) != names.end();
}

/// What stands for the beginning or the end of an element in the HTML whose text is taken.
std::string_view border_of(const XmlNode* node) {
  if (node->type != XML_ELEMENT_NODE) return {};
  if (is_paragraph_element(xml::name(node)) || is_one_of(node, blocks)) return "<p>";
  return is_one_of(node, cells) ? " " : "";
}

bool is_entered(const XmlNode* node, const XmlNames& left_out) {
  return node->type == XML_ELEMENT_NODE && !is_one_of(node, hidden) && !is_one_of(node, left_out);
}

}  // namespace

std::string block_text(const XmlNode* node, const XmlNames& left_out) {
  std::string html;
  // Without recursion, however deep it is nested.
  for (const XmlNode* at = node; at != nullptr;) {
    const bool is_text = at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE;
    if (is_text) html += escape_html(reinterpret_cast<const char*>(at->content));
    html += border_of(at);
    const bool enter = at->children != nullptr && (at == node || is_entered(at, left_out));
    if (enter) {
      at = at->children;
      continue;
    }
    while (at != node && at->next == nullptr) {
      at = at->parent;
      html += border_of(at);
    }
    at = at == node ? nullptr : at->next;
  }
  return html_text(html);
}

std::string line_text(const XmlNode* node, const XmlNames& left_out) {
  return clean_line(block_text(node, left_out));
}

bool has_class(const XmlNode* node, std::string_view word) {
  const std::string names = ' ' + clean_line(xml::attribute(node, "class")) + ' ';
  return names.find(' ' + std::string(word) + ' ') != std::string::npos;
}

const XmlNode* find_class(const XmlNode* node, std::string_view word) {
  for (const XmlNode* at = node; at != nullptr;) {
    if (at != node && has_class(at, word)) return at;
    if (const XmlNode* child = xml::first(at)) {
      at = child;
      continue;
    }
    while (at != node && xml::next(at) == nullptr) at = at->parent;
    at = at == node ? nullptr : xml::next(at);
  }
  return nullptr;
}

void HtmlTree::Closer::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

HtmlTree::HtmlTree(const std::string& html) {
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                      HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  document_.reset(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options));
}

HtmlTree::~HtmlTree() = default;

const XmlNode* HtmlTree::root() const {
  return document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
}

}  // namespace news

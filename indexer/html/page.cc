#include "indexer/html/page.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <new>

#include "common/error.h"
#include "common/text.h"

namespace news::html {
namespace {

constexpr std::size_t max_open = 10'000;         // elements within each other
constexpr std::size_t max_nodes = 1'000'000;     // about 150 MB
constexpr std::size_t max_search = 200'000'000;  // names looked at for stray end tags

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

constexpr std::string_view structured_data = "ld+json";

}  // namespace

/// Hears of the parser what stands in the page, and builds the tree. libxml2's own tree has no
/// bound on memory, and its bound on depth ends the page.
class PageBuilder {
 public:
  PageBuilder(Page& page, htmlParserCtxtPtr parser) : page_(page), parser_(parser) {
    page_.nodes_.push_back({.name = page_.keep("#root")});
    current_ = &page_.nodes_.front();
  }

  void start(std::string_view name, const xmlChar** attributes);
  void end();
  void text(std::string_view text);
  void stray_end();
  void require_sound() const;

 private:
  Node* add(Node&& node);
  void stop(const char* reason);
  bool takes_text() const;

  Page& page_;
  htmlParserCtxtPtr parser_;
  Node* current_;
  std::size_t open_ = 0;
  std::size_t searched_ = 0;
  const char* failure_ = nullptr;
};

void PageBuilder::stop(const char* reason) {
  failure_ = reason;
  xmlStopParser(parser_);
}

void PageBuilder::require_sound() const {
  if (failure_ != nullptr) throw BadArticle(failure_);
}

Node* PageBuilder::add(Node&& node) {
  if (page_.nodes_.size() == max_nodes) {
    stop("has more than a million elements, which is no page of an article; leave it out");
  }
  node.index = page_.nodes_.size();
  node.parent = current_;
  page_.nodes_.push_back(std::move(node));
  Node* const added = &page_.nodes_.back();
  (current_->last == nullptr ? current_->first : current_->last->next) = added;
  current_->last = added;
  return added;
}

void PageBuilder::start(std::string_view name, const xmlChar** attributes) {
  if (failure_ != nullptr) return;
  Node node{.name = page_.keep(name)};
  for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
    node.attributes.emplace_back(page_.keep(view(attributes[0])), repair_utf8(view(attributes[1])));
  }
  Node* const added = add(std::move(node));
  if (++open_ <= Page::max_depth) current_ = added;
  if (open_ > max_open) {
    stop("nests elements more than 10,000 deep, which no browser shows; leave it out");
  }
}

void PageBuilder::end() {
  if (open_ == 0) return;
  if (open_-- <= Page::max_depth) current_ = current_->parent;
}

bool PageBuilder::takes_text() const {
  if (current_->name == "style") return false;
  if (current_->name != "script") return true;
  return attribute(*current_, "type").find(structured_data) != std::string_view::npos;
}

void PageBuilder::text(std::string_view text) {
  if (failure_ != nullptr || !takes_text()) return;
  Node* const last = current_->last;
  if (last != nullptr && last->name.empty()) {
    last->text += text;
  } else {
    add({.text = std::string(text)});
  }
}

/// libxml2 looks through all open elements for the one that an end tag closes.
void PageBuilder::stray_end() {
  searched_ += open_;
  if (searched_ > max_search && failure_ == nullptr) {
    stop("has end tags that close nothing without end; leave it out");
  }
}

namespace {

PageBuilder& builder(void* self) {
  return *static_cast<PageBuilder*>(static_cast<htmlParserCtxtPtr>(self)->_private);
}

void on_text(void* self, const xmlChar* text, int size) {
  builder(self).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

void listen(htmlParserCtxtPtr parser) {
  *parser->sax = {};
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
    builder(self).start(view(name), attributes);
  };
  parser->sax->endElement = [](void* self, const xmlChar*) { builder(self).end(); };
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->cdataBlock = on_text;
  parser->sax->serror = [](void* self, xmlErrorPtr error) {
    if (error->code == XML_ERR_TAG_NAME_MISMATCH && self != nullptr) builder(self).stray_end();
  };
}

/// Without the declarations inside a `<!DOCTYPE html [...]>`, which HTML does not have and libxml2
/// would take for text.
void drop_declarations(std::string& text) {
  constexpr std::size_t looked_at = 1024;
  const std::size_t end = text.find('>');
  const std::size_t open = text.find("<!");
  const std::size_t bracket = text.find('[', open == std::string::npos ? 0 : open);
  if (open > looked_at || bracket == std::string::npos || bracket > end) return;
  const std::size_t close = text.find("]>", bracket);
  if (close != std::string::npos) text.erase(bracket, close + 1 - bracket);
}

}  // namespace

Page::Page(std::string_view utf8) {
  const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser(htmlNewParserCtxt(),
                                                                            htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  // The parser takes a NUL for the end.
  std::string text(utf8);
  std::replace(text.begin(), text.end(), '\0', ' ');
  drop_declarations(text);
  PageBuilder builder(*this, parser.get());
  listen(parser.get());
  parser->_private = &builder;
  parser->userData = parser.get();
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
  const int size =
      static_cast<int>(std::min<std::size_t>(text.size(), std::numeric_limits<int>::max()));
  xmlFreeDoc(htmlCtxtReadMemory(parser.get(), text.data(), size, nullptr, "UTF-8", options));
  builder.require_sound();
}

std::string_view Page::keep(std::string_view name) {
  return *names_.insert(repair_utf8(name)).first;
}

namespace {

/// Whether an element of this name may begin and end in the middle of a word.
bool is_within_words(std::string_view name) {
  constexpr std::array<std::string_view, 17> names{"a",      "abbr", "b",   "bdi", "em",    "font",
                                                   "i",      "mark", "q",   "s",   "small", "span",
                                                   "strong", "sub",  "sup", "u",   "wbr"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string_view attribute(const Node& node, std::string_view name) {
  for (const auto& [key, value] : node.attributes) {
    if (key == name) return value;
  }
  return {};
}

bool has_attribute(const Node& node, std::string_view name) {
  return std::any_of(node.attributes.begin(), node.attributes.end(),
                     [&](const auto& attribute) { return attribute.first == name; });
}

const Node* next_beside(const Node* node, const Node* top) {
  while (node != top && node->next == nullptr) node = node->parent;
  return node == top ? nullptr : node->next;
}

const Node* next_below(const Node* node, const Node* top) {
  return node->first != nullptr ? node->first : next_beside(node, top);
}

std::string text_of(const Node& node) {
  std::string all = node.text;
  for (const Node* below = next_below(&node, &node); below != nullptr;
       below = next_below(below, &node)) {
    if (below->name.empty()) {
      all += below->text;
    } else if (!is_within_words(below->name)) {
      all += ' ';
    }
  }
  // A no-break space is a space.
  for (std::size_t at = 0; (at = all.find("\xc2\xa0", at)) != std::string::npos;) {
    all.replace(at, 2, 1, ' ');
  }
  return clean_line(all);
}

const Node* around(const Node* node, std::string_view name) {
  while (node != nullptr && node->name != name) node = node->parent;
  return node;
}

}  // namespace news::html

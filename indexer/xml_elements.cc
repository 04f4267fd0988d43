#include "indexer/xml_elements.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <algorithm>
#include <new>
#include <utility>

#include "common/text.h"

namespace news {
namespace {

// The encoding is UTF-8 by now, whatever was declared. HUGE lifts bounds of 10 MB a text and of
// 256 levels; XmlRepair keeps that of the levels.
constexpr int parse_options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                              XML_PARSE_IGNORE_ENC | XML_PARSE_COMPACT | XML_PARSE_HUGE;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void remove(xmlNode* node) {
  xmlUnlinkNode(node);
  xmlFreeNode(node);
}

}  // namespace

/// The tree is built by libxml2's own handlers, of the elements wanted and those around them.
struct XmlElements::Handlers {
  static XmlElements& self(void* context) {
    return *static_cast<XmlElements*>(static_cast<xmlParserCtxt*>(context)->_private);
  }

  static void start(void* context, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                    int namespaces, const xmlChar** namespace_list, int attributes, int defaulted,
                    const xmlChar** attribute_list) {
    XmlElements& elements = self(context);
    xmlSAX2StartElementNs(context, name, prefix, uri, namespaces, namespace_list, attributes,
                          defaulted, attribute_list);
    ++elements.depth_;
    if (elements.given_depth_ != 0 || !elements.wanted_(view(name), elements.depth_ - 1)) return;
    elements.given_depth_ = elements.depth_;
    elements.given_line_ = elements.current_line();
  }

  static void end(void* context, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) {
    XmlElements& elements = self(context);
    xmlNode* node = static_cast<xmlParserCtxt*>(context)->node;
    xmlSAX2EndElementNs(context, name, prefix, uri);
    const int depth = elements.depth_--;
    if (node == nullptr) return;
    const bool is_given = elements.given_depth_ == depth;
    if (is_given) {
      elements.ready_.push_back({node, elements.given_line_});
      elements.given_depth_ = 0;
    }
    const bool is_root = depth == 1;  // which goes with the document
    if (elements.given_depth_ == 0 && !is_root) elements.ended_.push_back(node);
  }

  static void characters(void* context, const xmlChar* text, int size) {
    if (self(context).given_depth_ != 0) xmlSAX2Characters(context, text, size);
  }
};

void XmlElements::Closer::operator()(_xmlParserCtxt* parser) const {
  xmlDoc* document = parser->myDoc;
  parser->myDoc = nullptr;
  xmlFreeParserCtxt(parser);
  // The nodes' names are in the parser's dictionary, which the document keeps.
  xmlFreeDoc(document);
}

XmlElements::XmlElements(ByteStream& bytes, std::size_t max_element, Wanted wanted,
                         std::string apart)
    : repair_(bytes, std::move(apart)), max_element_(max_element), wanted_(std::move(wanted)) {}

XmlElements::~XmlElements() = default;

void XmlElements::begin_document() {
  xmlSAXHandler handlers{};
  xmlSAXVersion(&handlers, 2);
  handlers.startElementNs = Handlers::start;
  handlers.endElementNs = Handlers::end;
  handlers.characters = Handlers::characters;
  handlers.cdataBlock = Handlers::characters;
  handlers.ignorableWhitespace = Handlers::characters;
  ended_.clear();
  parser_.reset(xmlCreatePushParserCtxt(&handlers, nullptr, nullptr, 0, nullptr));
  if (!parser_) throw std::bad_alloc();
  xmlCtxtUseOptions(parser_.get(), parse_options);
  parser_->_private = this;
  depth_ = given_depth_ = 0;
}

std::uint64_t XmlElements::current_line() const {
  const int line = parser_ && parser_->input != nullptr ? parser_->input->line : 0;
  return lines_before_ + (line > 0 ? static_cast<std::uint64_t>(line) : 0);
}

/// Nothing more is read. The place is that of the element which is lost.
void XmlElements::stop(const std::string& reason) {
  if (!broken_) broken_.emplace(given_depth_ == 0 ? current_line() : given_line_, reason);
}

void XmlElements::stop_if_broken() {
  if (parser_->wellFormed != 0) return;
  const char* message = parser_->lastError.message;
  stop("is not well-formed XML: " +
       clean_line(repair_utf8(message == nullptr ? "unknown error" : message)) +
       "; what follows is not read, mend it there");
}

void XmlElements::end_document() {
  if (!parser_) return;
  xmlParseChunk(parser_.get(), nullptr, 0, 1);
  stop_if_broken();
}

/// Frees what has been given and what was never wanted.
void XmlElements::prune() {
  for (XmlNode* node : ended_) remove(node);
  ended_.clear();
}

/// Reads on by one piece.
void XmlElements::feed() {
  const std::optional<XmlPiece> piece = repair_.read();
  if (!piece && repair_.refusal()) stop(*repair_.refusal());
  if (!piece && repair_.is_inside()) stop("breaks off before its end; what stands before is read");
  if (!piece || piece->begins_document) end_document();
  at_end_ = !piece;
  if (!piece || broken_) return;
  if (piece->begins_document) {
    lines_before_ = piece->lines_before;
    begin_document();
  }
  xmlParseChunk(parser_.get(), piece->text.data(), static_cast<int>(piece->text.size()), 0);
  stop_if_broken();
  given_size_ = given_depth_ == 0 ? 0 : given_size_ + piece->text.size();
  if (given_size_ > max_element_) {
    stop("an element is longer than " + std::to_string(max_element_ >> 20) +
         " MB, the bound for one article; what follows is not read");
  }
}

const XmlNode* XmlElements::next() {
  while (ready_.empty()) {
    if (broken_) throw BrokenXml(*broken_);
    if (at_end_) return nullptr;
    prune();
    feed();
  }
  const Ready ready = ready_.front();
  ready_.pop_front();
  line_ = ready.line;
  return ready.node;
}

}  // namespace news

#include "indexer/xml_elements.h"

#include <libxml/tree.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <new>
#include <utility>

#include "common/text.h"

namespace news {
namespace {

// Without network, entities or DTDs; broken markup is read on as far as it makes sense.
constexpr int parse_options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                              XML_PARSE_RECOVER | XML_PARSE_COMPACT | XML_PARSE_NOCDATA;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// The next node after `node` in document order below `root`; nullptr after the last.
const XmlNode* following(const XmlNode* node, const XmlNode* root) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

}  // namespace

void XmlElements::Closer::operator()(_xmlTextReader* reader) const { xmlFreeTextReader(reader); }

XmlElements::XmlElements(ByteStream& bytes, std::size_t max_element, Wanted wanted)
    : bytes_(bytes), max_element_(max_element), wanted_(std::move(wanted)) {
  reader_.reset(xmlReaderForIO(give, nullptr, this, nullptr, nullptr, parse_options));
  if (!reader_) throw std::bad_alloc();
  // Its parser would otherwise print to standard error.
  xmlTextReaderSetStructuredErrorHandler(
      reader_.get(), [](void*, xmlErrorPtr) {}, nullptr);
}

XmlElements::~XmlElements() = default;

int XmlElements::give(void* self, char* buffer, int size) {
  auto& elements = *static_cast<XmlElements*>(self);
  try {
    const std::size_t count = elements.bytes_.read(buffer, static_cast<std::size_t>(size));
    elements.given_since_ += count;
    // The parser reads ahead by some kilobytes, which a bound in megabytes does not mind.
    elements.too_long_ = elements.given_since_ > elements.max_element_;
    return elements.too_long_ ? -1 : static_cast<int>(count);
  } catch (...) {
    elements.failure_ = std::current_exception();
    return -1;
  }
}

std::uint64_t XmlElements::current_line() const {
  const int line = xmlTextReaderGetParserLineNumber(reader_.get());
  return line > 0 ? static_cast<std::uint64_t>(line) : 0;
}

void XmlElements::fail(const std::string& reason) const {
  if (failure_) std::rethrow_exception(failure_);
  if (too_long_) {
    throw BrokenXml(current_line(), "an element is longer than " +
                                        std::to_string(max_element_ >> 20) +
                                        " MB, the bound for one article");
  }
  throw BrokenXml(current_line(), reason);
}

void XmlElements::refuse_entities() const {
  const xmlDoc* document = xmlTextReaderCurrentDoc(reader_.get());
  const xmlDtd* own = document == nullptr ? nullptr : document->intSubset;
  for (const xmlNode* node = own == nullptr ? nullptr : own->children; node != nullptr;
       node = node->next) {
    if (node->type == XML_ENTITY_DECL) {
      fail(
          "declares XML entities of its own, which can name files and grow without bound; take "
          "them out");
    }
  }
}

/// Goes on to the next node; false at the end.
bool XmlElements::advance() {
  const int status = inside_ ? xmlTextReaderNext(reader_.get()) : xmlTextReaderRead(reader_.get());
  inside_ = false;
  if (failure_ || too_long_ || status < 0) {
    const xmlError* error = xmlGetLastError();
    const std::string reason =
        error == nullptr || error->message == nullptr ? "unknown error" : error->message;
    fail("is not well-formed XML: " + clean_line(repair_utf8(reason)));
  }
  return status == 1;
}

const XmlNode* XmlElements::next() {
  while (advance()) {
    const int type = xmlTextReaderNodeType(reader_.get());
    if (type == XML_READER_TYPE_DOCUMENT_TYPE) refuse_entities();
    if (type != XML_READER_TYPE_ELEMENT) continue;
    const std::string_view name = view(xmlTextReaderConstLocalName(reader_.get()));
    if (!wanted_(name, xmlTextReaderDepth(reader_.get()))) continue;
    line_ = current_line();
    given_since_ = 0;
    const XmlNode* node = xmlTextReaderExpand(reader_.get());
    if (node == nullptr || failure_ || too_long_) fail("breaks off inside an element");
    inside_ = true;
    return node;
  }
  return nullptr;
}

namespace xml {

bool is(const XmlNode* node, std::string_view wanted) {
  return node != nullptr && node->type == XML_ELEMENT_NODE && view(node->name) == wanted;
}

std::string_view name(const XmlNode* node) {
  return node == nullptr || node->type != XML_ELEMENT_NODE ? std::string_view() : view(node->name);
}

std::string_view name_space(const XmlNode* node) {
  return node == nullptr || node->type != XML_ELEMENT_NODE || node->ns == nullptr
             ? std::string_view()
             : view(node->ns->href);
}

const XmlNode* first(const XmlNode* node) {
  const XmlNode* child = node == nullptr ? nullptr : node->children;
  while (child != nullptr && child->type != XML_ELEMENT_NODE) child = child->next;
  return child;
}

const XmlNode* first(const XmlNode* node, std::string_view wanted) {
  const XmlNode* child = first(node);
  return child == nullptr || is(child, wanted) ? child : next(child, wanted);
}

const XmlNode* next(const XmlNode* node) {
  const XmlNode* sibling = node == nullptr ? nullptr : node->next;
  while (sibling != nullptr && sibling->type != XML_ELEMENT_NODE) sibling = sibling->next;
  return sibling;
}

const XmlNode* next(const XmlNode* node, std::string_view wanted) {
  const XmlNode* sibling = next(node);
  while (sibling != nullptr && !is(sibling, wanted)) sibling = next(sibling);
  return sibling;
}

const XmlNode* find(const XmlNode* node, std::string_view wanted) {
  if (node == nullptr) return nullptr;
  for (const XmlNode* below = following(node, node); below != nullptr;
       below = following(below, node)) {
    if (is(below, wanted)) return below;
  }
  return nullptr;
}

const XmlNode* at(const XmlNode* node, std::string_view path) {
  while (node != nullptr && !path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    node = first(node, path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return node;
}

std::string attribute(const XmlNode* node, std::string_view wanted) {
  if (node == nullptr || node->type != XML_ELEMENT_NODE) return {};
  for (const xmlAttr* attr = node->properties; attr != nullptr; attr = attr->next) {
    if (view(attr->name) != wanted) continue;
    const std::unique_ptr<xmlChar, void (*)(void*)> value(
        xmlNodeListGetString(node->doc, attr->children, 1), [](void* text) { xmlFree(text); });
    return std::string(view(value.get()));
  }
  return {};
}

std::string text(const XmlNode* node) {
  std::string all;
  if (node == nullptr) return all;
  for (const XmlNode* below = following(node, node); below != nullptr;
       below = following(below, node)) {
    if (below->type == XML_TEXT_NODE || below->type == XML_CDATA_SECTION_NODE) {
      all += view(below->content);
    }
  }
  return all;
}

std::string markup(const XmlNode* node) {
  std::string all;
  if (node == nullptr) return all;
  const std::unique_ptr<xmlBuffer, void (*)(xmlBuffer*)> buffer(xmlBufferCreate(), xmlBufferFree);
  for (XmlNode* child = node->children; child != nullptr; child = child->next) {
    xmlNodeDump(buffer.get(), node->doc, child, 0, 0);
  }
  return std::string(view(xmlBufferContent(buffer.get())));
}

}  // namespace xml

}  // namespace news

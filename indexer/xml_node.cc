#include "indexer/xml_node.h"

#include <libxml/tree.h>

#include <algorithm>
#include <memory>

namespace news::xml {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// The next node after `node` in document order below `root`; nullptr after the last.
const XmlNode* following(const XmlNode* node, const XmlNode* root) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

/// Without a prefix that stands for no namespace, which libxml2 leaves in the name.
std::string_view local(const xmlChar* name) {
  const std::string_view whole = view(name);
  return whole.substr(whole.find(':') + 1);
}

/// A string that libxml2 has allocated.
std::string taken(xmlChar* text) {
  const std::unique_ptr<xmlChar, void (*)(void*)> owned(text, [](void* old) { xmlFree(old); });
  return std::string(view(owned.get()));
}

}  // namespace

bool is(const XmlNode* node, std::string_view wanted) {
  return node != nullptr && node->type == XML_ELEMENT_NODE && local(node->name) == wanted;
}

std::string_view name(const XmlNode* node) {
  return node == nullptr || node->type != XML_ELEMENT_NODE ? std::string_view() : local(node->name);
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
    if (local(attr->name) != wanted) continue;
    return taken(xmlNodeListGetString(node->doc, attr->children, 1));
  }
  return {};
}

std::string language(const XmlNode* node) {
  return node == nullptr ? std::string() : taken(xmlNodeGetLang(node));
}

std::string base(const XmlNode* node) {
  return node == nullptr ? std::string() : taken(xmlNodeGetBase(node->doc, node));
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

}  // namespace news::xml

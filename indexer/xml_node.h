#pragma once

#include <string>
#include <string_view>

struct _xmlNode;  // NOLINT(bugprone-reserved-identifier): libxml2 calls it so.

namespace news {

/// An element or a piece of text in a tree of libxml2.
using XmlNode = _xmlNode;

/// What readers ask of a node. Names are local ones: prefixes and namespaces are left out. Every
/// function takes nullptr, which has no children, no attributes and no text.
namespace xml {

/// Whether it is an element of that name.
bool is(const XmlNode* node, std::string_view name);
std::string_view name(const XmlNode* node);
/// The namespace's address; empty if there is none.
std::string_view name_space(const XmlNode* node);
/// The first child element (of that name); nullptr if there is none.
const XmlNode* first(const XmlNode* node);
const XmlNode* first(const XmlNode* node, std::string_view name);
/// The next sibling element (of that name); nullptr if there is none.
const XmlNode* next(const XmlNode* node);
const XmlNode* next(const XmlNode* node, std::string_view name);
/// The first element of that name anywhere below, in document order; nullptr if there is none.
const XmlNode* find(const XmlNode* node, std::string_view name);
/// Down a path of child elements, `at(item, "contentMeta/headline")`; nullptr if it ends early.
const XmlNode* at(const XmlNode* node, std::string_view path);
/// The value of an attribute by its local name; empty if there is none.
std::string attribute(const XmlNode* node, std::string_view name);
/// `xml:lang` of the node or the nearest around it; empty if there is none.
std::string language(const XmlNode* node);
/// What relative addresses in the node are relative to, by `xml:base` of all around it; empty if
/// there is none.
std::string base(const XmlNode* node);
/// All text below, as it stands.
std::string text(const XmlNode* node);
/// What is below, as markup.
std::string markup(const XmlNode* node);

}  // namespace xml

}  // namespace news

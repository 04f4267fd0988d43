#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "indexer/byte_stream.h"

struct _xmlTextReader;
struct _xmlNode;

namespace news {

using XmlNode = _xmlNode;

/// The XML is broken, hostile or too large at `line()`; nothing behind can be read.
class BrokenXml : public std::runtime_error {
 public:
  BrokenXml(std::uint64_t line, const std::string& reason)
      : std::runtime_error(reason), line_(line) {}
  std::uint64_t line() const { return line_; }

 private:
  std::uint64_t line_;
};

/// Reads XML as a stream and gives the elements asked for, each with all below it. Holds one
/// element at a time. Nothing outside the document is ever loaded; a document that declares
/// entities of its own is refused, since they can name files and grow without bound.
class XmlElements {
 public:
  /// Whether an element of this local name, so many levels below the root (which is 0), is given.
  using Wanted = std::function<bool(std::string_view name, int depth)>;

  /// `bytes` must outlive this. No element given may have more than `max_element` bytes.
  XmlElements(ByteStream& bytes, std::size_t max_element, Wanted wanted);
  ~XmlElements();
  XmlElements(const XmlElements&) = delete;
  XmlElements& operator=(const XmlElements&) = delete;

  /// The next element, valid until the call after; nullptr at the end. What is below an element
  /// that was given is not given again. Throws BrokenXml, and BadSource where the stream breaks
  /// off.
  const XmlNode* next();
  /// Where the element begins, from 1.
  std::uint64_t line() const { return line_; }

 private:
  struct Closer {
    void operator()(_xmlTextReader* reader) const;
  };

  static int give(void* self, char* buffer, int size);
  bool advance();
  void refuse_entities() const;
  std::uint64_t current_line() const;
  [[noreturn]] void fail(const std::string& reason) const;

  ByteStream& bytes_;
  std::size_t max_element_;
  Wanted wanted_;
  std::size_t given_since_ = 0;  // bytes of the stream since the last element
  bool too_long_ = false;
  std::exception_ptr failure_;  // of bytes_, kept while libxml2's C is on the stack
  std::unique_ptr<_xmlTextReader, Closer> reader_;
  std::uint64_t line_ = 0;
  bool inside_ = false;  // of an element that was given
};

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
/// All text below, as it stands.
std::string text(const XmlNode* node);
/// What is below, as markup.
std::string markup(const XmlNode* node);

}  // namespace xml

}  // namespace news

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/byte_stream.h"
#include "indexer/xml_node.h"
#include "indexer/xml_repair.h"

struct _xmlParserCtxt;  // NOLINT(bugprone-reserved-identifier): libxml2 calls it so.

namespace news {

/// The XML is broken, hostile or too large at `line()`; nothing behind can be read.
class BrokenXml : public std::runtime_error {
 public:
  BrokenXml(std::uint64_t line, const std::string& reason)
      : std::runtime_error(reason), line_(line) {}
  std::uint64_t line() const { return line_; }

 private:
  std::uint64_t line_;
};

/// Reads XML as a stream and gives the elements asked for, each with all below it; what is around
/// them is there without its text. Holds a few kilobytes beside the element. XML as it is found is
/// mended (XmlRepair), in whatever encoding; several documents may stand one after another. Nothing
/// outside the document is ever loaded; a document that declares entities of its own is refused,
/// since they can name files and grow without bound.
class XmlElements {
 public:
  /// Whether an element of this local name, so many levels below the root (which is 0), is given.
  /// Asked once for every element that is not below a given one, in document order.
  using Wanted = std::function<bool(std::string_view name, int depth)>;

  /// `bytes` must outlive this. No element given may have more than `max_element` bytes. Elements
  /// called `apart` do not stand in each other (XmlRepair).
  XmlElements(ByteStream& bytes, std::size_t max_element, Wanted wanted, std::string apart = {});
  ~XmlElements();
  XmlElements(const XmlElements&) = delete;
  XmlElements& operator=(const XmlElements&) = delete;

  /// The next element, valid until the call after; nullptr at the end. What is below an element
  /// that was given is not given again. Throws BrokenXml behind the last whole element before the
  /// break, and BadSource where the stream breaks off.
  const XmlNode* next();
  /// Where the element begins, from 1.
  std::uint64_t line() const { return line_; }

 private:
  struct Closer {
    void operator()(_xmlParserCtxt* parser) const;
  };
  struct Handlers;  // what libxml2 calls
  struct Ready {
    const XmlNode* node;
    std::uint64_t line;
  };

  void begin_document();
  void end_document();
  void feed();
  void prune();
  std::uint64_t current_line() const;
  void stop(const std::string& reason);
  void stop_if_broken();

  XmlRepair repair_;
  std::size_t max_element_;
  Wanted wanted_;
  std::unique_ptr<_xmlParserCtxt, Closer> parser_;
  int depth_ = 0;                   // of the element that is open, from 1
  int given_depth_ = 0;             // of the element that is being built to be given; 0: none
  std::uint64_t given_line_ = 0;    // where it begins
  std::size_t given_size_ = 0;      // of the source since it began
  std::deque<Ready> ready_;         // whole and not yet given
  std::vector<XmlNode*> ended_;     // not needed once everything in ready_ has been given
  std::uint64_t lines_before_ = 0;  // of the source, before this document
  std::uint64_t line_ = 0;
  bool at_end_ = false;
  std::optional<BrokenXml> broken_;
};

}  // namespace news

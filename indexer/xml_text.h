#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/xml_elements.h"

struct _xmlDoc;  // NOLINT(bugprone-reserved-identifier): libxml2 calls it so.

namespace news {

/// Names of elements.
using XmlNames = std::vector<std::string_view>;

/// The text below an element in NITF, XHTML or HTML, a blank line between paragraphs, headlines,
/// items of lists and rows of tables. Scripts, styles and the elements of `left_out` are not in it.
std::string block_text(const XmlNode* node, const XmlNames& left_out = {});

/// The same on one line.
std::string line_text(const XmlNode* node, const XmlNames& left_out = {});

/// Whether `word` is among the words of the element's class.
bool has_class(const XmlNode* node, std::string_view word);

/// The first element below `node` whose class has `word` in it; nullptr if there is none.
const XmlNode* find_class(const XmlNode* node, std::string_view word);

/// A piece of HTML as a tree, parsed without network and entities of its own.
class HtmlTree {
 public:
  explicit HtmlTree(const std::string& html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  /// nullptr if there is nothing in it.
  const XmlNode* root() const;

 private:
  struct Closer {
    void operator()(_xmlDoc* document) const;
  };
  std::unique_ptr<_xmlDoc, Closer> document_;
};

}  // namespace news

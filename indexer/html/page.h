#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace news::html {

/// An element or a piece of text of a page.
struct Node {
  std::string_view name;  ///< In lower case; empty: a piece of text.
  std::string text;       ///< Of a piece of text.
  std::vector<std::pair<std::string_view, std::string>> attributes;
  Node* parent = nullptr;
  Node* first = nullptr;  ///< Child.
  Node* last = nullptr;   ///< Child.
  Node* next = nullptr;   ///< Sibling.
  std::size_t index = 0;  ///< In document order: less than that of anything below or behind it.
};

/// One page as a tree, made by libxml2's HTML parser: broken markup is mended, entities are
/// decoded, nothing outside the page is loaded. Comments, styles and scripts are left out, but for
/// the text of scripts with structured data.
class Page {
 public:
  /// Deeper elements stand beside each other at this depth.
  static constexpr std::size_t max_depth = 300;

  /// `utf8` is valid UTF-8. Throws BadArticle for what no browser would show: elements nested
  /// 10,000 deep, a million of them, end tags without end.
  explicit Page(std::string_view utf8);

  /// All nodes in document order. The first is the root, which has no parent.
  const std::deque<Node>& nodes() const { return nodes_; }
  const Node& root() const { return nodes_.front(); }

 private:
  friend class PageBuilder;
  std::string_view keep(std::string_view name);

  std::deque<Node> nodes_;
  std::unordered_set<std::string> names_;
};

/// The value of an attribute; empty if there is none.
std::string_view attribute(const Node& node, std::string_view name);
bool has_attribute(const Node& node, std::string_view name);

/// The next node in document order that is below `top`; nullptr after the last. `top` itself is
/// where to begin.
const Node* next_below(const Node* node, const Node* top);
/// The same without going into `node`.
const Node* next_beside(const Node* node, const Node* top);

/// All text below, its white space run together and trimmed at both ends.
std::string text_of(const Node& node);

/// The nearest element of that name around `node`, itself among them; nullptr if there is none.
const Node* around(const Node* node, std::string_view name);

}  // namespace news::html

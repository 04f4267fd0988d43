#include "searchd/pasted_headline.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace news {

namespace {

using Kind = QueryNode::Kind;

struct Size {
  std::size_t words = 0;
  std::size_t operators = 0;  // an AND, OR, NOT or NEAR and what it joins
};

void add_size(const QueryNode& node, Size& size) {
  const bool joins = node.kind == Kind::Or || node.kind == Kind::Near || node.kind == Kind::Not ||
                     (node.kind == Kind::And && node.plus);
  if (joins) ++size.operators;
  if (node.children.empty()) ++size.words;
  for (const QueryNode& child : node.children) add_size(child, size);
}

}  // namespace

bool is_headline_in_capitals(const QueryNode& query) {
  constexpr std::ptrdiff_t longer_than_a_name = 6;
  constexpr std::size_t many_words = 6;
  std::ptrdiff_t letters = 0, longest = 0;
  for (const char c : to_string(query)) {
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) return false;
    letters = c >= 'A' && c <= 'Z' ? letters + 1 : 0;
    longest = std::max(longest, letters);
  }
  Size size;
  add_size(query, size);
  return longest >= longer_than_a_name ||
         (size.operators > 0 && size.words >= many_words * size.operators);
}

}  // namespace news

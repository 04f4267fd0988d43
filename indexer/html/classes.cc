#include "indexer/html/classes.h"

#include <algorithm>

namespace news::html {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

void add_parts(std::string_view names, std::vector<std::string>& parts) {
  std::string part;
  const auto finish = [&] {
    if (!part.empty()) parts.push_back(std::move(part));
    part.clear();
  };
  char before = ' ';
  for (const char c : names) {
    const bool letter = is_upper(c) || is_lower(c);
    if (!letter || (is_upper(c) && is_lower(before))) finish();
    if (letter) part += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    before = c;
  }
  finish();
}

}  // namespace

bool has_word(std::string_view list, std::string_view word) {
  constexpr std::string_view white = " \t\r\n";
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(white), list.size());
    if (list.substr(0, end) == word) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

std::vector<std::string> class_parts(const Node& node) {
  std::vector<std::string> parts;
  add_parts(attribute(node, "class"), parts);
  add_parts(attribute(node, "id"), parts);
  return parts;
}

}  // namespace news::html

#include "indexer/html/classes.h"

#include <algorithm>
#include <array>

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

/// Calls `use` for each word of a list with spaces between.
template <class Use>
void for_each_word(std::string_view list, const Use& use) {
  constexpr std::string_view white = " \t\r\n";
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(white), list.size());
    if (end > 0) use(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

/// Whether a class says what an article is filed under, or what stands beside the element, instead
/// of what the element is: `tag-cookies`, `has-sidebar`, `no-comments`.
bool speaks_of_other(std::string_view word) {
  constexpr std::array<std::string_view, 7> beginnings{"tag-",     "category-", "has-", "no-",
                                                       "without-", "with-",     "post-"};
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return word.starts_with(beginning); });
}

}  // namespace

bool has_word(std::string_view list, std::string_view word) {
  bool found = false;
  for_each_word(list, [&](std::string_view each) { found = found || each == word; });
  return found;
}

std::vector<std::string> class_parts(const Node& node) {
  std::vector<std::string> parts;
  for (const char* name : {"class", "id"}) {
    for_each_word(attribute(node, name), [&](std::string_view word) {
      if (!speaks_of_other(word)) add_parts(word, parts);
    });
  }
  return parts;
}

}  // namespace news::html

#include "common/byline.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace news {

namespace {

constexpr std::array by_words{"By ", "by ", "BY ", "Von ", "von ", "Par ", "par ", "Por ", "por "};
constexpr std::array separators{", and ", " and ", " AND ", " & ", " und ", " et ",
                                " y ",    " та ",  " і ",   " й ", ", ",    ";"};
constexpr std::array place_words{" in ", " IN ", " à ", " en ", " у ", " в "};

std::string_view without_by(std::string_view text) {
  for (const std::string_view word : by_words) {
    if (text.starts_with(word)) return text.substr(word.size());
  }
  return text;
}

std::string_view without_place(std::string_view text) {
  for (const std::string_view word : place_words) text = text.substr(0, text.find(word));
  return text;
}

/// Where the next separator stands, and its size.
std::pair<std::size_t, std::size_t> next_separator(std::string_view text) {
  std::pair<std::size_t, std::size_t> first{text.size(), 0};
  for (const std::string_view separator : separators) {
    const std::size_t at = text.find(separator);
    if (at < first.first) first = {at, separator.size()};
  }
  return first;
}

}  // namespace

std::vector<std::string> split_byline(std::string_view byline) {
  std::vector<std::string> names;
  const std::string line = clean_line(byline);
  std::string_view rest = without_by(line);
  while (!rest.empty()) {
    const auto [at, size] = next_separator(rest);
    std::string name = clean_line(without_place(rest.substr(0, at)));
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
    rest.remove_prefix(at + size);
  }
  return names;
}

}  // namespace news

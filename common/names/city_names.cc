#include "common/names/city_names.h"

#include <unordered_map>

namespace news {

namespace {

// city_text: a line for each city, its names with a space between; one literal, which every
// compiler we build with takes.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"
#include "city_names.inc"
#pragma GCC diagnostic pop

using Lines = std::unordered_map<std::string_view, std::string_view>;

/// Calls `take` with each part of `text` that ends at a separator or with the text.
template <typename Take>
void for_each_part(std::string_view text, char separator, const Take& take) {
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(separator));
    if (!part.empty()) take(part);
    text.remove_prefix(part.size() < text.size() ? part.size() + 1 : part.size());
  }
}

Lines lines_by_name() {
  Lines lines;
  for_each_part(city_text, '\n', [&](std::string_view line) {
    for_each_part(line, ' ', [&](std::string_view name) { lines.emplace(name, line); });
  });
  return lines;
}

}  // namespace

std::vector<std::string_view> names_of_city(std::string_view form) {
  static const Lines lines = lines_by_name();
  std::vector<std::string_view> names;
  const auto found = lines.find(form);
  if (found == lines.end()) return names;
  for_each_part(found->second, ' ', [&](std::string_view name) { names.push_back(name); });
  return names;
}

}  // namespace news

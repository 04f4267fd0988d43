#include "common/names/name_groups.h"

namespace news {

namespace {

/// Calls `take` with each part of `text` that ends at a separator or with the text.
template <typename Take>
void for_each_part(std::string_view text, char separator, const Take& take) {
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(separator));
    if (!part.empty()) take(part);
    text.remove_prefix(part.size() < text.size() ? part.size() + 1 : part.size());
  }
}

}  // namespace

NameGroups::NameGroups(std::string_view text) {
  for_each_part(text, '\n', [&](std::string_view line) {
    for_each_part(line, ',', [&](std::string_view name) { lines_.emplace(name, line); });
  });
}

std::vector<std::string_view> NameGroups::group_of(std::string_view name) const {
  std::vector<std::string_view> names;
  const auto found = lines_.find(name);
  if (found == lines_.end()) return names;
  for_each_part(found->second, ',', [&](std::string_view other) { names.push_back(other); });
  return names;
}

}  // namespace news

#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

namespace news {

/// Looks up names that mean the same: a line for each group, a comma between its names. The text
/// must outlive it. From any thread.
class NameGroups {
 public:
  explicit NameGroups(std::string_view text);

  /// The names that stand on a line with this one, itself too; empty if it is on none.
  std::vector<std::string_view> group_of(std::string_view name) const;

 private:
  std::unordered_map<std::string_view, std::string_view> lines_;
};

}  // namespace news

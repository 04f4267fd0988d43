#include "indexer/readers/versions.h"

#include <charconv>
#include <functional>

namespace news {

bool Versions::is_current(const std::string& id, const std::string& version) {
  constexpr std::size_t most_items = 1'000'000;
  std::uint64_t number = 0;
  const auto parsed = std::from_chars(version.data(), version.data() + version.size(), number);
  if (parsed.ec != std::errc()) return true;
  const std::uint64_t key = std::hash<std::string>()(id);
  const auto known = newest_.find(key);
  if (known != newest_.end() && known->second > number) return false;
  if (known != newest_.end() || newest_.size() < most_items) newest_[key] = number;
  return true;
}

}  // namespace news

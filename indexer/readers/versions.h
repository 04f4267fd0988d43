#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

namespace news {

/// The versions of items that one source has given, so that an older one that comes later does not
/// replace a newer one. Remembers a million items.
class Versions {
 public:
  /// Whether no newer version of the item has been seen. A `version` that is no number counts as
  /// the newest.
  bool is_current(const std::string& id, const std::string& version);

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> newest_;  // by the hash of the id
};

}  // namespace news

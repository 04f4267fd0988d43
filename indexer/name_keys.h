#pragma once

#include <string>
#include <unordered_map>

namespace news {

/// The keys that forms stand under as names, remembered. For one thread.
class NameKeys {
 public:
  /// The key of a form; empty if it cannot be a name. Holds until the next call.
  const std::string& of(const std::string& form);

 private:
  std::unordered_map<std::string, std::string> known_;
};

}  // namespace news

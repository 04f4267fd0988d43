#pragma once

#include <fstream>
#include <string>
#include <string_view>

#include "indexer/intake.h"

namespace news {

/// Keeps rejected articles in a file, as JSON Lines with source, line, reason and the text itself,
/// cut where it is long.
class Rejects {
 public:
  /// An empty path keeps nothing. Throws Error if the file cannot be written.
  explicit Rejects(const std::string& path);

  void add(const Place& place, const std::string& reason, std::string_view text);

 private:
  std::ofstream file_;
};

}  // namespace news

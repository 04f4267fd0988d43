#pragma once

#include <string>
#include <utility>
#include <vector>

namespace news {

/// Which field of a source holds which field of an article, as `--map title=headline` says.
struct FieldMap {
  /// The article's field, and what the source calls it.
  std::vector<std::pair<std::string, std::string>> fields;
};

}  // namespace news

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/index_writer.h"

namespace news {

/// The form in which the path of a source is remembered: absolute, without `.`, `..` and double
/// slashes. Symbolic links are not followed, so a link that leads elsewhere one day is still the
/// same source.
std::string source_path(const std::string& path);

/// Whether `path` is `root` or below it; both as source_path() gives them.
bool is_below(const std::string& path, const std::string& root);
bool is_below_any(const std::string& path, const std::vector<std::string>& roots);

/// Sources that were read once and that a walk has not met.
struct GoneSources {
  std::vector<std::string> digests;
  /// How many more there were on file systems that are not mounted now, by the folder in whose
  /// place another file system is.
  std::map<std::string, std::uint64_t> unmounted;
};

/// Looks for them below `roots`, leaving out what is below `unreadable`.
GoneSources find_gone_sources(IndexWriter& writer, const std::vector<std::string>& roots,
                              const std::vector<std::string>& unreadable,
                              const std::function<bool(const std::string& digest)>& is_met);

}  // namespace news

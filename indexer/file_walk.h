#pragma once

#include <functional>
#include <optional>
#include <string>

#include "indexer/file_status.h"

namespace news {

/// What walk_files() tells.
struct FileWalk {
  /// A file to read, as it is now; nothing is known of a pipe.
  std::function<void(const std::string& path, const std::optional<FileStatus>& status)> file;
  /// A folder or file that cannot be read, and why.
  std::function<void(const std::string& path, const std::string& reason)> unreadable;
};

/// Tells every file below `path` in the order of their names, or `path` itself if it is not a
/// folder ("-" is standard input). Symbolic links are followed. Left out are hidden files and
/// folders, devices, pipes and sockets, and a folder that was there before under another name: so
/// no loop of links is endless.
void walk_files(const std::string& path, const FileWalk& walk);

}  // namespace news

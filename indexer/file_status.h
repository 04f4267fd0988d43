#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <string>

namespace news {

/// What tells cheaply whether a file has changed.
struct FileStatus {
  std::uint64_t size = 0;     ///< Bytes.
  std::int64_t modified = 0;  ///< Nanoseconds since 1970.

  bool operator==(const FileStatus&) const = default;
};

FileStatus status_of(const struct stat& status);

/// The nearest folder above `path`, an absolute one, that exists.
std::string existing_folder(const std::string& path);

/// A number for the file system that a folder lies on, the same after a restart where the file
/// system has one; 0 if it cannot be known.
std::uint64_t file_system_of(const std::string& folder);

}  // namespace news

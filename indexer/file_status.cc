#include "indexer/file_status.h"

#include <sys/statvfs.h>

#include <filesystem>
#include <system_error>

namespace news {

FileStatus status_of(const struct stat& status) {
  constexpr std::int64_t second = 1'000'000'000;
  return {.size = static_cast<std::uint64_t>(status.st_size),
          .modified = status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec};
}

std::string existing_folder(const std::string& path) {
  std::filesystem::path folder(path);
  std::error_code error;
  do {
    folder = folder.parent_path();
  } while (folder.has_relative_path() && !std::filesystem::is_directory(folder, error));
  return folder.string();
}

std::uint64_t file_system_of(const std::string& folder) {
  struct statvfs system {};
  if (statvfs(folder.c_str(), &system) == 0 && system.f_fsid != 0) return system.f_fsid;
  struct stat status {};
  return stat(folder.c_str(), &status) == 0 ? status.st_dev : 0;
}

}  // namespace news

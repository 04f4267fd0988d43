#include "indexer/file_walk.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

namespace news {
namespace {

class Walker {
 public:
  explicit Walker(const FileWalk& walk) : walk_(walk) {}

  void visit(const std::string& path, bool named);

 private:
  void visit_folder(const std::string& path, const struct stat& status);
  void unreadable(const std::string& path, int error) const;

  const FileWalk& walk_;
  std::set<std::pair<dev_t, ino_t>> folders_;
};

void Walker::unreadable(const std::string& path, int error) const {
  walk_.unreadable(path, "cannot be read: " + std::generic_category().message(error) +
                             "; make it readable or leave it out");
}

void Walker::visit(const std::string& path, bool named) {
  struct stat status {};
  const int failed =
      named && path == "-" ? fstat(STDIN_FILENO, &status) : stat(path.c_str(), &status);
  if (failed != 0) return unreadable(path, errno);
  if (S_ISDIR(status.st_mode)) return visit_folder(path, status);
  if (S_ISREG(status.st_mode)) {
    walk_.file(path, status_of(status));
  } else if (named) {
    walk_.file(path, std::nullopt);
  }
}

/// The names in a folder that are not hidden, sorted.
std::vector<std::string> names_in(const std::string& path, std::error_code& error) {
  std::vector<std::string> names;
  for (std::filesystem::directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

void Walker::visit_folder(const std::string& path, const struct stat& status) {
  if (!folders_.emplace(status.st_dev, status.st_ino).second) return;
  std::error_code error;
  const std::vector<std::string> names = names_in(path, error);
  if (error) unreadable(path, error.value());
  const std::string folder = path.ends_with('/') ? path : path + '/';
  for (const std::string& name : names) visit(folder + name, false);
}

}  // namespace

void walk_files(const std::string& path, const FileWalk& walk) { Walker(walk).visit(path, true); }

}  // namespace news

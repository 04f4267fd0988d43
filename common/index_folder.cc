#include "common/index_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>

#include "common/error.h"
#include "common/schema.h"

namespace news {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view generation_prefix = "generation-";

/// N of `generation-N`; nothing for any other name.
std::optional<unsigned> generation_number(std::string_view name) {
  if (!name.starts_with(generation_prefix)) return std::nullopt;
  name.remove_prefix(generation_prefix.size());
  unsigned number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

[[noreturn]] void fail(const std::string& what, const fs::path& path, int error) {
  const std::string hint =
      error == ENOSPC                       ? "free some space and run it again"
      : error == EACCES || error == EROFS   ? "let this user write there, or choose another --index"
      : error == ENOTDIR || error == EEXIST ? "an index is a folder: choose another --index"
                                            : "";
  throw Error(
      fmt::format("cannot {} {}: {}", what, path.string(), std::generic_category().message(error)),
      hint);
}

/// The names of all generations in `folder`.
std::vector<std::string> generations(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    std::string name = entry.path().filename().string();
    if (generation_number(name)) names.push_back(std::move(name));
  }
  if (error) fail("read", folder, error.value());
  return names;
}

/// An open file or folder.
class File {
 public:
  File(const fs::path& path, int flags) : path_(path), file_(::open(path.c_str(), flags, 0644)) {
    if (file_ < 0) fail("open", path, errno);
  }
  ~File() { ::close(file_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void write(std::string_view text) {
    const auto written = ::write(file_, text.data(), text.size());
    if (written != static_cast<ssize_t>(text.size()))
      fail("write", path_, written < 0 ? errno : ENOSPC);
  }
  void sync() {
    if (::fsync(file_) != 0) fail("write", path_, errno);
  }

 private:
  fs::path path_;
  int file_;
};

}  // namespace

bool IndexFolder::exists() const {
  std::error_code error;
  return fs::exists(folder_ / "live", error);
}

std::string IndexFolder::live() const {
  std::ifstream file(folder_ / "live");
  if (!file && exists()) fail("open", folder_ / "live", errno);
  if (!file) {
    throw Error(fmt::format("no index in {}", folder_.string()),
                fmt::format("newsindex --index {} add PATH makes one", folder_.string()));
  }
  std::string name;
  std::getline(file, name);
  if (!generation_number(name)) {
    throw Error(fmt::format("{} does not name a generation", (folder_ / "live").string()),
                fmt::format("write the name of one of its generation-N folders into it, or index "
                            "again with: newsindex --index {} rebuild PATH",
                            folder_.string()));
  }
  return name;
}

fs::path IndexFolder::base(const std::string& generation) const {
  return folder_ / generation / "base";
}

fs::path IndexFolder::recent(const std::string& generation) const {
  return folder_ / generation / "recent";
}

/// The one that knows of the whole: the recent part, but for what schema versions before 6 wrote.
fs::path IndexFolder::main_part(const std::string& generation) const {
  std::error_code error;
  const bool is_old = has_base(generation) && !fs::exists(recent(generation), error);
  return is_old ? base(generation) : recent(generation);
}

bool IndexFolder::has_base(const std::string& generation) const {
  std::error_code error;
  return fs::exists(base(generation), error);
}

namespace {

/// Calls `open` with `path`. What Xapian throws comes out as Error, but for what opening again
/// mends.
template <typename Open>
auto opened(const fs::path& path, const std::string& folder, const Open& open) {
  try {
    return open(path.string());
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;  // overtaken by a writer
  } catch (const Xapian::Error& error) {
    throw Error(fmt::format("cannot open {}: {}", path.string(), error.get_description()),
                fmt::format("see what is wrong with: newsindex --index {} check, or index again "
                            "with: newsindex --index {} rebuild PATH",
                            folder, folder));
  }
}

}  // namespace

ArticleDatabase IndexFolder::open(const std::string& generation,
                                  std::optional<BaseFiles> files) const {
  return opened(main_part(generation), folder_.string(), [&](const std::string& path) {
    Xapian::Database recent(path);
    schema::require_version(recent, folder_.string());
    if (!has_base(generation)) return ArticleDatabase(std::move(recent));
    if (!files) files = BaseFiles::open(base(generation));
    return ArticleDatabase(Xapian::Database(base(generation).string()), std::move(recent),
                           *std::move(files));
  });
}

std::uint64_t IndexFolder::revision(const std::string& generation) const {
  return opened(main_part(generation), folder_.string(),
                [](const std::string& path) { return schema::revision(Xapian::Database(path)); });
}

std::string IndexFolder::create_generation() const {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) fail("make", folder_, error.value());
  unsigned newest = 0;
  for (const std::string& name : generations(folder_)) {
    newest = std::max(newest, generation_number(name).value_or(0));
  }
  std::string name = fmt::format("{}{}", generation_prefix, newest + 1);
  fs::create_directory(folder_ / name, error);
  if (error) fail("make", folder_ / name, error.value());
  return name;
}

void IndexFolder::switch_to(const std::string& generation) const {
  const fs::path next = folder_ / "live.next";
  {
    File file(next, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    file.write(generation + '\n');
    file.sync();
  }
  std::error_code error;
  fs::rename(next, folder_ / "live", error);
  if (error) fail("rename", next, error.value());
  File(folder_, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
}

void IndexFolder::remove(const std::string& generation) const {
  std::error_code error;
  fs::remove_all(folder_ / generation, error);
  if (error) fail("remove", folder_ / generation, error.value());
}

void IndexFolder::remove_others() const {
  const std::string kept = live();
  for (const std::string& name : generations(folder_)) {
    if (name != kept) remove(name);
  }
}

std::uintmax_t IndexFolder::size(const std::string& generation) const {
  std::uintmax_t bytes = 0;
  std::error_code gone;  // a writer may take files away meanwhile
  auto entry = fs::recursive_directory_iterator(folder_ / generation, gone);
  for (; !gone && entry != fs::recursive_directory_iterator(); entry.increment(gone)) {
    std::error_code error;
    const std::uintmax_t size = entry->file_size(error);
    if (!error) bytes += size;
  }
  return bytes;
}

WriterLock::WriterLock(const IndexFolder& index, std::chrono::seconds wait) {
  std::error_code error;
  fs::create_directories(index.path(), error);
  if (error) fail("make", index.path(), error.value());
  const fs::path path = index.path() / "lock";
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file_ < 0) fail("open", path, errno);
  const auto end = std::chrono::steady_clock::now() + wait;
  while (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    if (std::chrono::steady_clock::now() >= end) {
      ::close(file_);
      throw Error(fmt::format("another newsindex is writing to {}", index.path().string()),
                  "wait for it, or use --wait SECONDS");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

WriterLock::~WriterLock() { ::close(file_); }

}  // namespace news

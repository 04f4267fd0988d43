#include "common/file_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <system_error>
#include <utility>

#include "common/error.h"

namespace news {

namespace {

static_assert(std::endian::native == std::endian::little, "numbers are written as they are");

constexpr std::size_t most_waiting = 1u << 20;
// Of a long file the disk begins to write what is there, so that the end need not wait for all.
constexpr std::size_t most_unwritten = 32u << 20;

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
  throw Error(
      fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(error)),
      error == ENOSPC ? "free some space and run it again" : "");
}

}  // namespace

FileWriter::FileWriter(std::filesystem::path path)
    : path_(std::move(path)),
      file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
  if (file_ < 0) fail(path_, errno);
}

FileWriter::~FileWriter() { ::close(file_); }

void FileWriter::write(std::string_view bytes) {
  const bool is_long = bytes.size() >= most_waiting;
  if (is_long) flush();
  written_ += bytes.size();
  if (is_long) return write_now(bytes);
  waiting_.append(bytes);
  if (waiting_.size() >= most_waiting) flush();
}

void FileWriter::flush() {
  write_now(waiting_);
  waiting_.clear();
}

void FileWriter::write_now(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file_, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) fail(path_, done < 0 ? errno : ENOSPC);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  if (written_ - handed_on_ < most_unwritten) return;
  ::sync_file_range(file_, 0, 0, SYNC_FILE_RANGE_WRITE);  // does not wait, and need not succeed
  handed_on_ = written_;
}

void sync_files(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const int file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail(entry.path(), errno);
    const int error = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    if (error != 0) fail(entry.path(), error);
  }
}

}  // namespace news

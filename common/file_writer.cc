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
  waiting_.append(bytes);
  written_ += bytes.size();
  if (waiting_.size() >= most_waiting) flush();
}

void FileWriter::finish() {
  flush();
  if (::fsync(file_) != 0) fail(path_, errno);
}

void FileWriter::flush() {
  for (std::string_view left = waiting_; !left.empty();) {
    const ssize_t done = ::write(file_, left.data(), left.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) fail(path_, done < 0 ? errno : ENOSPC);
    left.remove_prefix(static_cast<std::size_t>(done));
  }
  waiting_.clear();
}

}  // namespace news

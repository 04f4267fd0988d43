#include "indexer/file_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace news {
namespace {

[[noreturn]] void throw_unreadable(int error) {
  const std::string reason = std::generic_category().message(error);
  const char* advice = error == EACCES || error == EPERM
                           ? "; give the user that runs newsindex the right to read it"
                           : "; make it readable and add it again";
  throw BadSource("cannot be read: " + reason + advice);
}

int open_file(const std::string& path) {
  const int file = path == "-" ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                               : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw_unreadable(errno);
  return file;
}

}  // namespace

FileStream::FileStream(const std::string& path, std::atomic<std::uint64_t>& bytes_read)
    : file_(open_file(path)), bytes_read_(bytes_read) {
  struct stat status {};
  if (fstat(file_, &status) != 0 || !S_ISREG(status.st_mode)) return;
  size_ = static_cast<std::uint64_t>(status.st_size);
  seekable_ = true;
  posix_fadvise(file_, 0, 0, POSIX_FADV_SEQUENTIAL);
}

FileStream::~FileStream() {
  if (seekable_) count(size_);
  close(file_);
}

void FileStream::count(std::uint64_t bytes) {
  if (seekable_) bytes = std::min(bytes, size_ - consumed_);
  consumed_ += bytes;
  bytes_read_ += bytes;
}

std::size_t FileStream::read(char* buffer, std::size_t size) {
  ssize_t got = -1;
  do {
    got = ::read(file_, buffer, size);
  } while (got < 0 && errno == EINTR);
  if (got < 0) throw_unreadable(errno);
  count(static_cast<std::uint64_t>(got));
  return static_cast<std::size_t>(got);
}

std::int64_t FileStream::seek(std::int64_t offset, int whence) {
  const off_t position = lseek(file_, offset, whence);
  if (position < 0) throw_unreadable(errno);
  return position;
}

}  // namespace news

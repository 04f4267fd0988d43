#include "indexer/file_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>
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
    : path_(path), file_(open_file(path)), bytes_read_(bytes_read) {
  struct stat status {};
  if (fstat(file_, &status) != 0 || !S_ISREG(status.st_mode)) return;
  status_ = status_of(status);
  hash_.reset(XXH3_createState());
  if (!hash_) throw std::bad_alloc();
  XXH3_64bits_reset(hash_.get());
  position_ = static_cast<std::uint64_t>(std::max<off_t>(lseek(file_, 0, SEEK_CUR), 0));
  posix_fadvise(file_, 0, 0, POSIX_FADV_SEQUENTIAL);
}

FileStream::~FileStream() {
  if (status_) count(status_->size);
  close(file_);
}

void FileStream::count(std::uint64_t bytes) {
  if (status_) bytes = std::min(bytes, status_->size - consumed_);
  consumed_ += bytes;
  bytes_read_ += bytes;
}

/// Takes what stands just behind what is hashed; an archive's directory is read out of order.
void FileStream::add_to_hash(const char* bytes, std::uint64_t size) {
  if (position_ > hashed_ || position_ + size <= hashed_) return;
  const std::uint64_t known = hashed_ - position_;
  XXH3_64bits_update(hash_.get(), bytes + known, size - known);
  hashed_ = position_ + size;
}

/// Some file systems say 0 of files that have something in them.
bool FileStream::is_at_end() const {
  return status_ && status_->size > 0 && position_ >= status_->size;
}

std::size_t FileStream::read(char* buffer, std::size_t size) {
  if (is_at_end()) return 0;
  const bool is_bounded = status_ && status_->size > 0;
  if (is_bounded) size = std::min<std::uint64_t>(size, status_->size - position_);
  ssize_t got = -1;
  do {
    got = ::read(file_, buffer, size);
  } while (got < 0 && errno == EINTR);
  if (got < 0) throw_unreadable(errno);
  if (got == 0 && size > 0 && is_bounded) {
    throw BadSource(
        "became shorter while it was read; what was read before is taken in, add it again once "
        "nobody writes to it");
  }
  const auto bytes = static_cast<std::uint64_t>(got);
  if (status_) add_to_hash(buffer, bytes);
  position_ += bytes;
  count(bytes);
  return bytes;
}

std::int64_t FileStream::seek(std::int64_t offset, int whence) {
  const off_t position = lseek(file_, offset, whence);
  if (position < 0) throw_unreadable(errno);
  position_ = static_cast<std::uint64_t>(position);
  return position;
}

bool FileStream::has_changed() const {
  struct stat opened {};
  struct stat named {};
  if (!status_ || fstat(file_, &opened) != 0) return false;
  const bool is_replaced =
      path_ != "-" && (stat(path_.c_str(), &named) != 0 || named.st_ino != opened.st_ino ||
                       named.st_dev != opened.st_dev);
  return is_replaced || status_of(opened) != *status_;
}

std::uint64_t FileStream::hash() {
  if (!status_) return 0;
  if (hashed_ < status_->size) seek(static_cast<std::int64_t>(hashed_), SEEK_SET);
  std::string buffer(256u << 10, '\0');
  while (hashed_ < status_->size && read(buffer.data(), buffer.size()) > 0) continue;
  return XXH3_64bits_digest(hash_.get());
}

}  // namespace news

#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "indexer/byte_stream.h"

namespace news {

/// A file as it lies on disk, or standard input.
class FileStream : public ByteStream {
 public:
  /// Opens `path`; "-" is standard input. Adds to `bytes_read` what is read of it and, at the end
  /// of its life, what was left unread. Throws BadSource.
  FileStream(const std::string& path, std::atomic<std::uint64_t>& bytes_read);
  ~FileStream() override;

  std::size_t read(char* buffer, std::size_t size) override;

  /// Whether it is a file that can be read at any place; a pipe cannot.
  bool seekable() const { return seekable_; }
  /// Moves as lseek does and says where it stands then. Throws BadSource.
  std::int64_t seek(std::int64_t offset, int whence);
  /// Bytes read so far. A part that is read twice counts twice, but never more than the whole file.
  std::uint64_t consumed() const { return consumed_; }

 private:
  void count(std::uint64_t bytes);

  int file_;
  bool seekable_ = false;
  std::uint64_t size_ = 0;  // 0 for a pipe
  std::uint64_t consumed_ = 0;
  std::atomic<std::uint64_t>& bytes_read_;
};

}  // namespace news

#pragma once

#include <xxhash.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "indexer/byte_stream.h"
#include "indexer/file_status.h"

namespace news {

/// A file as it lies on disk, or standard input. What is written behind the end that it had when it
/// was opened is not read.
class FileStream : public ByteStream {
 public:
  /// Opens `path`; "-" is standard input. Adds to `bytes_read` what is read of it and, at the end
  /// of its life, what was left unread. Throws BadSource.
  FileStream(const std::string& path, std::atomic<std::uint64_t>& bytes_read);
  ~FileStream() override;

  /// Throws BadSource also where the file has become shorter since it was opened.
  std::size_t read(char* buffer, std::size_t size) override;

  /// Whether it is a file that can be read at any place; a pipe cannot.
  bool seekable() const { return status_.has_value(); }
  /// As it was when it was opened; nothing is known of a pipe.
  const std::optional<FileStatus>& status() const { return status_; }
  /// Whether somebody has written to the file or put another in its place since.
  bool has_changed() const;
  /// XXH3 of all its bytes; those not read yet are read for it. Throws BadSource. Of a pipe: 0.
  std::uint64_t hash();
  /// Moves as lseek does and says where it stands then. Throws BadSource.
  std::int64_t seek(std::int64_t offset, int whence);
  /// Bytes read so far. A part that is read twice counts twice, but never more than the whole file.
  std::uint64_t consumed() const { return consumed_; }

 private:
  struct HashCloser {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };

  void count(std::uint64_t bytes);
  void add_to_hash(const char* bytes, std::uint64_t size);
  bool is_at_end() const;

  std::string path_;
  int file_;
  std::optional<FileStatus> status_;
  std::uint64_t position_ = 0;
  std::uint64_t consumed_ = 0;
  std::unique_ptr<XXH3_state_t, HashCloser> hash_;
  std::uint64_t hashed_ = 0;  // bytes from the beginning
  std::atomic<std::uint64_t>& bytes_read_;
};

}  // namespace news

#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/byte_stream.h"
#include "indexer/content.h"
#include "indexer/file_stream.h"

struct archive;
struct archive_entry;

namespace news {

/// Reads through libarchive: the entries of a tar or zip archive, or what xz, zstd or bzip2 have
/// compressed as the one entry. Nothing is ever written to disk; names are only reported.
class ArchiveStream : public ByteStream {
 public:
  /// `bytes` must outlive this. `content` is what they are; Plain and Gzip are not for this class.
  ArchiveStream(ByteStream& bytes, Content content);
  /// From a seekable file, a zip archive is read by its directory.
  ArchiveStream(FileStream& file, Content content);
  ~ArchiveStream() override;

  /// Goes on to the next entry; false after the last. Throws BadSource.
  bool next();

  /// Of the entry: its path as the archive has it.
  const std::string& name() const { return name_; }
  /// Whether the entry is a file, not a folder or a link.
  bool is_file() const;
  bool is_folder() const;
  bool is_encrypted() const;
  /// Reads on in the entry.
  std::size_t read(char* buffer, std::size_t size) override;

  /// Whether what was thrown concerns the whole archive, so that there is no next entry.
  bool broken() const { return broken_; }

 private:
  struct Closer {
    void operator()(archive* handle) const;
  };

  static std::ptrdiff_t give(archive* handle, void* self, const void** buffer);
  static std::int64_t seek(archive* handle, void* self, std::int64_t offset, int whence);
  void support(Content content);
  void open();
  void check(int status);
  bool next_block();

  ByteStream& bytes_;
  FileStream* file_ = nullptr;
  std::string input_;
  std::exception_ptr failure_;  // of bytes_, kept while libarchive's C is on the stack
  std::unique_ptr<archive, Closer> archive_;
  archive_entry* entry_ = nullptr;
  std::string name_;
  std::string_view block_;  // of the entry, not yet given
  bool broken_ = false;
};

}  // namespace news

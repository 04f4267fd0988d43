#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace news {

/// A file that never changes, as bytes in memory. Once more of it has been looked at than it is
/// given memory, or the process has grown by so much of files since, it is let go of as a whole.
/// Any number of threads may read it.
class MappedFile {
 public:
  /// `most_bytes` is how much of it may be in memory. Throws Error if it cannot be read or is
  /// empty.
  MappedFile(std::filesystem::path path, std::uint64_t most_bytes);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string_view bytes() const { return bytes_; }
  /// Those of a place; to be called whenever it is looked at. Stays as long as this.
  std::string_view look(std::uint64_t begin, std::uint64_t size) const;
  /// What is to be thrown where its bytes are not what they have to be.
  Error damage() const;

 private:
  bool has_grown() const;
  void let_go() const;

  std::filesystem::path path_;
  std::string_view bytes_;
  std::uint64_t most_bytes_;
  mutable std::atomic<std::uint64_t> least_memory_;  // of all files, since this was let go of
  mutable std::atomic<std::uint64_t> mapped_count_ = 0;
  mutable std::vector<std::atomic<std::uint64_t>> mapped_;  // pieces looked at, a bit for each
};

}  // namespace news

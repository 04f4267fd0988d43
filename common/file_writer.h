#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace news {

/// Makes sure that the files of a folder are on the disk. Throws Error.
void sync_files(const std::filesystem::path& folder);

/// Writes a new file from its beginning to its end. All throw Error.
class FileWriter {
 public:
  /// In place of what is there by that name.
  explicit FileWriter(std::filesystem::path path);
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  /// Bytes until now.
  std::uint64_t written() const { return written_; }
  void write(std::string_view bytes);
  /// The memory of some numbers, or structures of these.
  template <typename Values>
  void write_all(const Values& values) {
    write({reinterpret_cast<const char*>(values.data()),
           values.size() * sizeof(typename Values::value_type)});
  }
  /// Zeros up to the next multiple of eight bytes.
  void align() { write(std::string(aligned(written_) - written_, '\0')); }
  static constexpr std::uint64_t aligned(std::uint64_t size) { return (size + 7) / 8 * 8; }
  /// Afterwards all is in the file; sync_files() makes sure that it is on the disk.
  void finish() { flush(); }

 private:
  void flush();
  void write_now(std::string_view bytes);

  std::filesystem::path path_;
  int file_;
  std::uint64_t written_ = 0;
  std::uint64_t handed_on_ = 0;  // bytes that the system was asked to write to the disk
  std::string waiting_;
};

}  // namespace news

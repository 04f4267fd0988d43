#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/file_writer.h"

namespace news {

/// Rows of bytes in a file, by number from 0 on, each of which is one read away. Takes four bytes
/// of memory a row. Never changes, so any number of threads may read it. Throws Error.
///
/// On disk: the rows, one after another; where each begins and the last ends; how many there are; a
/// mark, which tells one kind of such files from another. Numbers have eight bytes, the least
/// significant first.
class RowFile {
 public:
  RowFile(std::filesystem::path path, std::uint64_t mark);
  ~RowFile();
  RowFile(const RowFile&) = delete;
  RowFile& operator=(const RowFile&) = delete;

  std::size_t size() const { return size_; }
  /// Reads that of a number; empty if there is none.
  void read(std::size_t number, std::string& row) const;

  /// Reads rows for one thread, for the most part ascending: where they lie close together, many at
  /// once.
  class Reader {
   public:
    /// The file must outlive it.
    explicit Reader(const RowFile& file) : file_(file) {}
    /// That of a number; empty if there is none. Stays until the next is read.
    std::string_view read(std::size_t number);

   private:
    const RowFile& file_;
    std::string chunk_;
    std::uint64_t begin_ = 0;  // of what is in the chunk
    std::uint64_t end_ = 0;
    std::uint64_t last_end_ = 0;  // of the row that was read last
  };

  /// What is to be thrown where a row is not what it has to be.
  Error damage() const;

 private:
  friend class RowFileWriter;

  struct Place {
    std::uint64_t begin, end;
  };

  bool read_end(std::uint64_t mark);
  bool keep_begins();
  Place place_of(std::size_t number) const;
  std::uint64_t begin_of(std::size_t number) const;
  void read_begins(std::size_t first, std::uint64_t* begins, std::size_t count) const;
  void read(std::uint64_t begin, char* to, std::uint64_t size) const;

  std::filesystem::path path_;
  int file_;
  std::size_t size_ = 0;
  std::uint64_t rows_end_ = 0;
  // Where rows begin, and the last ends: of some neighbours the first, and how far behind it the
  // others are.
  std::vector<std::uint64_t> group_begins_;
  std::vector<std::uint32_t> offsets_;
};

/// Writes a RowFile, the rows in their order. All throw Error.
class RowFileWriter {
 public:
  RowFileWriter(std::filesystem::path path, std::uint64_t mark)
      : file_(std::move(path)), mark_(mark) {}

  std::size_t size() const { return begins_.size(); }
  void add(std::string_view row);
  /// All rows of a file from `first` on.
  void add_all(const RowFile& rows, std::size_t first = 0);
  void finish();

 private:
  FileWriter file_;
  std::uint64_t mark_;
  std::vector<std::uint64_t> begins_;
};

}  // namespace news

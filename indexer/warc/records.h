#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/byte_stream.h"
#include "indexer/warc/header_fields.h"

namespace news::warc {

/// How a record came out of the file.
enum class Condition {
  Whole,
  TooLong,      ///< More than the bound; the block is not given.
  Cut,          ///< The file ends within it; the block is what there is.
  WrongLength,  ///< No record ends where its Content-Length says; the block is not given.
  Garbage,      ///< Bytes where a record should begin, up to the next one; there are no fields.
};

/// One record of a WARC file (ISO 28500).
struct Record {
  Condition condition = Condition::Whole;
  std::uint64_t offset = 0;  ///< Of its first byte, in the file as unpacked.
  HeaderFields fields;
  std::string_view block;  ///< Valid until the next record is read.
};

/// Reads a WARC file of version 0.17 to 1.1 record by record, as a stream. Holds one block at most.
class Records {
 public:
  /// `bytes` must outlive this. A longer block than `max_block` is skipped.
  Records(ByteStream& bytes, std::size_t max_block) : bytes_(bytes), max_block_(max_block) {}

  /// The next record; nothing at the end. After one whose length is wrong, goes on at the next line
  /// that begins a record. Throws BadSource where the stream breaks off.
  std::optional<Record> next();

 private:
  bool fill();
  bool have(std::size_t count);
  void drop(std::size_t count);
  std::string_view ahead() const { return std::string_view(buffer_).substr(begin_); }
  bool skip_blank_lines();
  bool at_record();
  std::optional<std::string> line();
  Record garbage();
  void read_fields(Record& record);
  void read_block(Record& record, std::uint64_t length);
  void skip_long_block(Record& record, std::uint64_t length);
  bool ends_well(std::size_t length);
  bool skip_to_record();

  ByteStream& bytes_;
  std::size_t max_block_;
  std::string buffer_;
  std::size_t begin_ = 0;     // of what is not yet read, in buffer_
  std::uint64_t offset_ = 0;  // of begin_ in the file
  std::size_t block_ = 0;     // bytes of the block given last, still in buffer_
};

/// Whether a WARC file begins like this.
bool begins_record(std::string_view text);

}  // namespace news::warc

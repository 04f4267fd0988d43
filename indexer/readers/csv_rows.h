#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/byte_stream.h"

namespace news {

/// One record of a CSV.
struct CsvRow {
  std::vector<std::string> cells;
  std::uint64_t line = 0;    ///< Where it begins, from 1.
  bool is_too_long = false;  ///< The cells are its beginning only.
  bool is_open = false;      ///< The source ends within quotes.
};

/// Cuts a stream into records as RFC 4180 has them: cells in quotes may hold delimiters and line
/// ends, a doubled quote is one. A quote inside a cell, or one that no delimiter or line end
/// follows, stands for itself. Records may end in CR, LF or both; empty lines are skipped. Holds
/// one record at most.
class CsvRows {
 public:
  /// `bytes` must outlive this. What is longer than `max_row` bytes in a record is left out.
  CsvRows(ByteStream& bytes, char delimiter, std::size_t max_row);

  /// The next record; nothing at the end. Throws BadSource where the stream breaks off.
  std::optional<CsvRow> next();

 private:
  enum class In { CellStart, Plain, Quotes, QuoteInQuotes };

  bool fill();
  bool step(char c);
  bool step_plain(char c);
  bool step_quote_in_quotes(char c);
  bool end_row(char c);
  void add(char c);
  void begin_row();

  ByteStream& bytes_;
  char delimiter_;
  std::size_t max_row_;
  std::string buffer_;
  std::size_t position_ = 0;  // in buffer_
  std::size_t filled_ = 0;    // of buffer_
  std::uint64_t line_ = 1;
  In in_ = In::CellStart;
  std::size_t size_ = 0;  // of the row
  bool after_cr_ = false;
  CsvRow row_;
};

/// The delimiter of a CSV that begins so: of comma, semicolon, tab and `|` the one that stands
/// most often in the first line, outside quotes; or the one that a first line `sep=;` names, as
/// Excel writes it.
char csv_delimiter(std::string_view beginning);

}  // namespace news

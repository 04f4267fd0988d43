#include "indexer/readers/csv_rows.h"

#include <algorithm>
#include <array>
#include <utility>

namespace news {
namespace {

constexpr std::size_t chunk_bytes = 256u << 10;

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

CsvRows::CsvRows(ByteStream& bytes, char delimiter, std::size_t max_row)
    : bytes_(bytes), delimiter_(delimiter), max_row_(max_row), buffer_(chunk_bytes, '\0') {}

bool CsvRows::fill() {
  position_ = 0;
  filled_ = bytes_.read(buffer_.data(), buffer_.size());
  return filled_ > 0;
}

void CsvRows::begin_row() {
  row_ = {};
  row_.line = line_;
  row_.cells.emplace_back();
  size_ = 0;
  in_ = In::CellStart;
}

void CsvRows::add(char c) {
  if (++size_ > max_row_) {
    row_.is_too_long = true;
  } else {
    row_.cells.back() += c;
  }
}

/// The end of a line; true unless the line was empty.
bool CsvRows::end_row(char c) {
  after_cr_ = c == '\r';
  const bool is_empty =
      row_.cells.size() == 1 && row_.cells.front().empty() && in_ == In::CellStart;
  if (is_empty) row_.line = line_;
  return !is_empty;
}

bool CsvRows::step_plain(char c) {
  if (is_line_end(c)) return end_row(c);
  if (c == delimiter_) {
    in_ = In::CellStart;
    if (++size_ > max_row_) {
      row_.is_too_long = true;
    } else {
      row_.cells.emplace_back();
    }
    return false;
  }
  if (c == '"' && in_ == In::CellStart) {
    in_ = In::Quotes;
  } else {
    in_ = In::Plain;
    add(c);
  }
  return false;
}

/// After a quote inside quotes: the end of the cell, or text.
bool CsvRows::step_quote_in_quotes(char c) {
  if (c == delimiter_ || is_line_end(c)) {
    in_ = In::Plain;
    return step_plain(c);
  }
  in_ = In::Quotes;
  add('"');
  if (c != '"') add(c);
  return false;
}

/// Takes one character; true if it ends the record.
bool CsvRows::step(char c) {
  const bool is_second_half = after_cr_ && c == '\n' && in_ != In::Quotes;
  after_cr_ = after_cr_ && in_ == In::Quotes;
  if (is_second_half) return false;  // of CR LF
  if (c == '\n' || (c == '\r' && in_ != In::Quotes)) ++line_;
  if (in_ == In::QuoteInQuotes) return step_quote_in_quotes(c);
  if (in_ != In::Quotes) return step_plain(c);
  if (c == '"') {
    in_ = In::QuoteInQuotes;
  } else {
    add(c);
  }
  return false;
}

std::optional<CsvRow> CsvRows::next() {
  begin_row();
  bool ends = false;
  while (!ends && (position_ < filled_ || fill())) {
    // Where a CR LF is cut in two, the line begins behind the LF.
    ends = step(buffer_[position_++]);
  }
  row_.is_open = !ends && in_ == In::Quotes;
  const bool is_empty =
      !ends && row_.cells.size() == 1 && row_.cells.front().empty() && in_ == In::CellStart;
  if (is_empty) return std::nullopt;
  return std::move(row_);
}

char csv_delimiter(std::string_view beginning) {
  const std::string_view line =
      beginning.substr(0, std::min(beginning.find_first_of("\r\n"), beginning.size()));
  if (line.starts_with("sep=") && line.size() == 5) return line[4];
  constexpr std::array delimiters{',', ';', '\t', '|'};
  std::array<std::size_t, delimiters.size()> counts{};
  bool in_quotes = false;
  for (const char c : beginning) {
    if (c == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (is_line_end(c)) break;
    const auto* const found = std::find(delimiters.begin(), delimiters.end(), c);
    if (found != delimiters.end()) ++counts[static_cast<std::size_t>(found - delimiters.begin())];
  }
  const auto* const most = std::max_element(counts.begin(), counts.end());
  return delimiters[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace news

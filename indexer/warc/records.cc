#include "indexer/warc/records.h"

#include <algorithm>
#include <charconv>

namespace news::warc {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t chunk = 256u << 10;
constexpr std::size_t max_line = 64u << 10;
constexpr int max_fields = 1000;
constexpr std::string_view mark = "WARC/";  // before the version
constexpr std::size_t mark_size = 7;        // WARC/1. or WARC/0.

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

/// Where behind a line end a record begins in `text`; npos if none does.
std::size_t find_record(std::string_view text) {
  for (std::size_t at = text.find("\nWARC/"); at != std::string_view::npos;
       at = text.find("\nWARC/", at + 1)) {
    if (begins_record(text.substr(at + 1))) return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace

bool begins_record(std::string_view text) {
  return text.size() >= mark_size && text.starts_with(mark) && (text[5] == '0' || text[5] == '1') &&
         text[6] == '.';
}

/// Reads on; false at the end of the file.
bool Records::fill() {
  if (begin_ > chunk) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t filled = buffer_.size();
  buffer_.resize(filled + chunk);
  const std::size_t count = bytes_.read(buffer_.data() + filled, chunk);
  buffer_.resize(filled + count);
  return count > 0;
}

/// Whether there are `count` bytes ahead.
bool Records::have(std::size_t count) {
  while (buffer_.size() - begin_ < count) {
    if (!fill()) return false;
  }
  return true;
}

void Records::drop(std::size_t count) {
  begin_ += count;
  offset_ += count;
}

/// False if nothing but blank lines is left.
bool Records::skip_blank_lines() {
  while (have(1)) {
    const std::size_t blank = ahead().find_first_not_of("\r\n"sv);
    drop(blank == std::string_view::npos ? ahead().size() : blank);
    if (blank != std::string_view::npos) return true;
  }
  return false;
}

bool Records::at_record() {
  have(mark_size);
  return begins_record(ahead());
}

/// The line ahead without its end; nothing if it is too long or the file ends in it.
std::optional<std::string> Records::line() {
  std::size_t looked = 0;
  for (;;) {
    const std::size_t end = ahead().find('\n', looked);
    if (end != std::string_view::npos) {
      std::string text(ahead().substr(0, end));
      if (text.ends_with('\r')) text.pop_back();
      drop(end + 1);
      return text;
    }
    looked = ahead().size();
    if (looked > max_line || !fill()) return std::nullopt;
  }
}

/// Goes to the next line that begins a record; false if there is none.
bool Records::skip_to_record() {
  for (;;) {
    const std::size_t at = find_record(ahead());
    if (at != std::string_view::npos) {
      drop(at);
      return true;
    }
    // The line end and the mark may be cut by the end of the buffer.
    drop(ahead().size() - std::min(ahead().size(), mark_size));
    if (!fill()) {
      drop(ahead().size());
      return false;
    }
  }
}

Record Records::garbage() {
  Record record{.condition = Condition::Garbage, .offset = offset_};
  skip_to_record();
  return record;
}

void Records::read_fields(Record& record) {
  for (int i = 0; i < max_fields; ++i) {
    const std::optional<std::string> text = line();
    if (!text || text->empty()) return;
    record.fields.add_line(*text);
  }
}

/// Whether, behind a block of `length`, there is the empty line that ends a record, or the file
/// ends or another record begins.
bool Records::ends_well(std::size_t length) {
  std::size_t at = length;
  constexpr std::size_t most_blank = 16;
  have(length + most_blank + mark_size);
  const std::string_view text = ahead();
  const std::string_view behind = text.substr(length);
  if (behind.starts_with("\r\n\r\n") || behind.starts_with("\n\n")) return true;
  while (at < text.size() && at < length + most_blank && (text[at] == '\r' || text[at] == '\n')) {
    ++at;
  }
  return at == text.size() || begins_record(text.substr(at));
}

void Records::read_block(Record& record, std::uint64_t length) {
  const auto size = static_cast<std::size_t>(length);
  const bool is_there = have(size);
  const std::size_t given = std::min(size, ahead().size());
  if (is_there && ends_well(size)) {
    block_ = size;
  } else if (const std::size_t inner = find_record(ahead().substr(0, given));
             is_there || inner != std::string_view::npos) {
    record.condition = Condition::WrongLength;
    skip_to_record();
    return;
  } else {
    record.condition = Condition::Cut;
    block_ = given;
  }
  record.block = ahead().substr(0, block_);
}

/// Passes over a block without holding it, unless a record begins within: then the length is wrong.
void Records::skip_long_block(Record& record, std::uint64_t length) {
  record.condition = Condition::TooLong;
  const std::uint64_t end = offset_ + length;
  while (offset_ < end) {
    if (!have(mark_size + 1)) return drop(ahead().size());
    const auto left = static_cast<std::size_t>(std::min<std::uint64_t>(end - offset_, chunk));
    const std::string_view part = ahead().substr(0, left);
    const std::size_t inner = find_record(part);
    if (inner != std::string_view::npos) {
      record.condition = Condition::WrongLength;
      return drop(inner);
    }
    const bool last = part.size() == end - offset_;
    drop(last ? part.size() : part.size() - std::min(part.size() - 1, mark_size));
  }
}

std::optional<Record> Records::next() {
  drop(block_);
  block_ = 0;
  if (!skip_blank_lines()) return std::nullopt;
  if (!at_record()) return garbage();
  Record record{.offset = offset_};
  line();
  read_fields(record);
  const std::optional<std::uint64_t> length = number(record.fields.get("content-length"));
  if (!length) {
    record.condition = Condition::WrongLength;
    const bool is_endless = offset_ == record.offset;  // no line end in reach: nothing was read
    if (is_endless || !at_record()) skip_to_record();
  } else if (*length > max_block_) {
    skip_long_block(record, *length);
  } else {
    read_block(record, *length);
  }
  return record;
}

}  // namespace news::warc

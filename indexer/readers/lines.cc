#include "indexer/readers/lines.h"

#include <algorithm>
#include <cstring>

namespace news {
namespace {

constexpr std::size_t chunk_bytes = 256u << 10;
constexpr std::size_t shown_bytes = 4096;  // of a line too long to be held

}  // namespace

/// Reads on behind what there is of the line; false at the end of the stream.
bool Lines::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, filled_ - begin_);
    end_ -= begin_;
    filled_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - filled_ < chunk_bytes) {
    buffer_.resize(std::max(buffer_.size() * 2, chunk_bytes * 2));
  }
  const std::size_t count = bytes_.read(buffer_.data() + filled_, chunk_bytes);
  filled_ += count;
  return count > 0;
}

/// Moves end_ to the line's end, or as far as the buffer goes.
bool Lines::find_end() {
  const void* found = std::memchr(buffer_.data() + end_, '\n', filled_ - end_);
  end_ = found == nullptr
             ? filled_
             : static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
  return found != nullptr;
}

/// Forgets all of the line but what is shown, and reads to its end.
void Lines::skip_to_end() {
  do {
    filled_ = end_ = begin_ + std::min(shown_bytes, max_line_);
  } while (fill() && !find_end());
}

std::optional<Line> Lines::next() {
  if (number_ > 0) begin_ = end_ = std::min(end_ + 1, filled_);
  bool found = find_end();
  bool is_too_long = end_ - begin_ > max_line_;
  while (!found && !is_too_long && fill()) {
    found = find_end();
    is_too_long = end_ - begin_ > max_line_;
  }
  if (!found && begin_ == filled_) return std::nullopt;
  if (is_too_long && !found) skip_to_end();
  ++number_;
  const std::size_t size = is_too_long ? std::min(shown_bytes, max_line_) : end_ - begin_;
  return Line{std::string_view(buffer_).substr(begin_, size), number_, is_too_long};
}

}  // namespace news

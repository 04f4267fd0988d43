#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/byte_stream.h"

namespace news {

/// One line of a text.
struct Line {
  std::string_view text;     ///< Without its end.
  std::uint64_t number = 0;  ///< From 1.
  bool is_too_long = false;  ///< The text is its beginning only.
};

/// Cuts a stream into lines. Holds a few times the longest line allowed at most.
class Lines {
 public:
  /// `bytes` must outlive this.
  Lines(ByteStream& bytes, std::size_t max_line) : bytes_(bytes), max_line_(max_line) {}

  /// The next line, valid until the call after; nothing at the end. Throws BadSource where the
  /// stream breaks off; a line that has no end by then is not given.
  std::optional<Line> next();

 private:
  bool fill();
  bool find_end();
  void skip_to_end();

  ByteStream& bytes_;
  std::size_t max_line_;
  std::string buffer_;
  std::size_t begin_ = 0;   // of the line, in buffer_
  std::size_t end_ = 0;     // of the line; up to here no line end was found before
  std::size_t filled_ = 0;  // of buffer_
  std::uint64_t number_ = 0;
};

}  // namespace news

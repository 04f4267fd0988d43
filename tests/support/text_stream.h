#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/byte_stream.h"

namespace news {

/// A stream of bytes that a test holds, given in pieces of at most `piece` bytes, so that what is
/// looked for may be cut anywhere.
class TextStream : public ByteStream {
 public:
  explicit TextStream(std::string_view text, std::size_t piece = 1000)
      : text_(text), piece_(piece) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = text_.copy(buffer, std::min(size, piece_), at_);
    at_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

}  // namespace news

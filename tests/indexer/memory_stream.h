#pragma once

#include <algorithm>
#include <string_view>

#include "indexer/byte_stream.h"

namespace news {

/// Bytes in memory, given in pieces of `piece` bytes, so that whatever is looked for is cut.
class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes, std::size_t piece = 3)
      : bytes_(bytes), piece_(piece) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = bytes_.copy(buffer, std::min(size, piece_));
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
  std::size_t piece_;
};

}  // namespace news

#include "indexer/byte_stream.h"

#include <algorithm>
#include <utility>

namespace news {

PeekedStream::PeekedStream(ByteStream& bytes) : bytes_(bytes), beginning_(peeked_bytes, '\0') {
  std::size_t filled = 0;
  try {
    while (filled < peeked_bytes) {
      const std::size_t count = bytes_.read(beginning_.data() + filled, peeked_bytes - filled);
      if (count == 0) break;
      filled += count;
    }
  } catch (const BadSource&) {
    failure_ = std::current_exception();
  }
  beginning_.resize(filled);
}

std::size_t PeekedStream::read(char* buffer, std::size_t size) {
  if (given_ < beginning_.size()) {
    const std::size_t count = beginning_.copy(buffer, size, given_);
    given_ += count;
    return count;
  }
  if (failure_) std::rethrow_exception(failure_);
  return bytes_.read(buffer, size);
}

std::optional<std::string> read_whole(ByteStream& bytes, std::size_t most) {
  constexpr std::size_t chunk = 64u << 10;
  std::string text;
  for (;;) {
    const std::size_t filled = text.size();
    text.resize(filled + chunk);
    const std::size_t count = bytes.read(text.data() + filled, chunk);
    text.resize(filled + count);
    if (count == 0) return text;
    if (text.size() > most) return std::nullopt;
  }
}

}  // namespace news

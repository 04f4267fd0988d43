#pragma once

#include <cstddef>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace news {

/// A source that cannot be read on: truncated, corrupt, a bomb, not readable.
/// What was read before stays taken in; `what()` says why and what to do.
class BadSource : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The bytes of one file or archive entry, decompressed, from beginning to end.
class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  virtual ~ByteStream() = default;
  /// Reads up to `size` bytes into `buffer`; 0 at the end. Throws BadSource.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
  /// After the end: throws BadSource if what follows in the source should not be there.
  virtual void check_end() {}
};

/// A stream whose beginning can be looked at before it is read.
class PeekedStream : public ByteStream {
 public:
  static constexpr std::size_t peeked_bytes = 16u << 10;

  /// `bytes` must outlive this. A BadSource met while looking is thrown once the bytes before it
  /// have been read.
  explicit PeekedStream(ByteStream& bytes);

  /// The first bytes: `peeked_bytes` of them, or all there are. Valid until the first read.
  std::string_view beginning() const { return beginning_; }
  std::size_t read(char* buffer, std::size_t size) override;

 private:
  ByteStream& bytes_;
  std::string beginning_;
  std::size_t given_ = 0;  // of beginning_
  std::exception_ptr failure_;
};

/// Everything that is left in `bytes`; nothing if that is more than `most` bytes, which are then
/// read no further. Throws BadSource.
std::optional<std::string> read_whole(ByteStream& bytes, std::size_t most);

}  // namespace news

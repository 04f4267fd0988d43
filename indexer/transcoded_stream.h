#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/byte_stream.h"

struct UConverter;

namespace news {

/// The Unicode charset other than UTF-8 in which a text that begins so is written, by its byte
/// order mark or by the NULs beside its first characters; empty if there is none.
std::string utf16_or_32(std::string_view beginning);

/// A stream in another charset as UTF-8, without a byte order mark. What cannot be read becomes
/// U+FFFD.
class TranscodedStream : public ByteStream {
 public:
  /// `bytes` must outlive this. `charset` is one that ICU knows.
  TranscodedStream(ByteStream& bytes, const std::string& charset);
  ~TranscodedStream() override;
  std::size_t read(char* buffer, std::size_t size) override;

 private:
  struct Closer {
    void operator()(UConverter* converter) const;
  };
  void convert_more();

  ByteStream& bytes_;
  std::unique_ptr<UConverter, Closer> from_;
  std::string converted_;
  std::size_t given_ = 0;  // of converted_
  bool is_at_end_ = false;
  bool is_at_start_ = true;
};

}  // namespace news

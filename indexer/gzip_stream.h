#pragma once

#include <zlib.h>

#include <string>

#include "indexer/byte_stream.h"

namespace news {

/// What gzip has compressed, one member after another. Not left to libarchive, which neither
/// checks the checksum nor gives the bytes just before a cut.
class GzipStream : public ByteStream {
 public:
  /// `compressed` must outlive this.
  explicit GzipStream(ByteStream& compressed);
  ~GzipStream() override;

  std::size_t read(char* buffer, std::size_t size) override;
  /// Throws where bytes follow that are no further member.
  void check_end() override;

 private:
  bool fill();
  bool begin_member();
  void inflate_some();

  ByteStream& compressed_;
  std::string input_;
  z_stream zlib_{};
  bool in_member_ = true;
  bool has_garbage_ = false;  // behind the last member
};

}  // namespace news

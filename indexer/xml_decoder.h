#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/byte_stream.h"

struct UConverter;

namespace news {

/// The encoding that XML begins with: by its byte order mark, the NULs of UTF-16, or its
/// declaration. "UTF-8" where nothing is said, or where what is said cannot be true.
std::string xml_encoding(std::string_view beginning);

/// XML in UTF-8, whatever it is stored in. What says to be UTF-8 and is not is read as
/// windows-1252, character by character, so that one slip does not cost the rest.
class XmlDecoder {
 public:
  /// `bytes` must outlive this.
  explicit XmlDecoder(ByteStream& bytes);
  ~XmlDecoder();
  XmlDecoder(const XmlDecoder&) = delete;
  XmlDecoder& operator=(const XmlDecoder&) = delete;

  /// The next piece, of some kilobytes and never cut inside a character; empty at the end.
  /// Throws BadSource.
  std::string read();

 private:
  struct Closer {
    void operator()(UConverter* converter) const;
  };

  void open();
  std::string decode(bool at_end);

  ByteStream& bytes_;
  std::string raw_;  // read and not yet decoded
  bool is_open_ = false;
  bool at_end_ = false;
  std::unique_ptr<UConverter, Closer> converter_;  // none for UTF-8
};

}  // namespace news

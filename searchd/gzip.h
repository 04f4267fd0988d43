#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace news {

/// A piece of a gzip file. Pieces are made apart and joined to one file, so of a text that was
/// compressed once a few bytes can change.
struct GzipPiece {
  std::string bytes;      ///< Deflated, to the end of a byte, and not the end of the file.
  std::uint32_t crc = 0;  ///< Of the text.
  std::size_t size = 0;   ///< Of the text.
};

GzipPiece compress(std::string_view text);
/// The text as it is, at most 65,535 bytes of it.
GzipPiece store(std::string_view text);

/// The file whose text is that of the pieces, one after another.
std::string gzip(std::initializer_list<const GzipPiece*> pieces);
std::string gzip(std::string_view text);

/// Whether a client that sends this Accept-Encoding takes gzip.
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace news

#include "searchd/gzip.h"

#include <zlib.h>

#include <limits>
#include <stdexcept>

namespace news {

namespace {

// A tenth larger than at level 6, for a third of the time.
constexpr int level = 3;
constexpr int without_header = -15;  // and the largest window
constexpr int most_memory = 9;

std::uint32_t crc_of(std::string_view text) {
  return static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(text.data()), text.size()));
}

void append_number(std::string& bytes, std::uint64_t number, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
}

/// A block that says in three bits what it is, and is the last one or not.
void append_stored(std::string& bytes, std::string_view text, bool last) {
  bytes += static_cast<char>(last ? 1 : 0);
  append_number(bytes, text.size(), 2);
  append_number(bytes, ~text.size(), 2);
  bytes += text;
}

}  // namespace

GzipPiece compress(std::string_view text) {
  GzipPiece piece{.bytes = {}, .crc = crc_of(text), .size = text.size()};
  if (text.empty()) return piece;
  if (text.size() > std::numeric_limits<uInt>::max() / 2) throw std::length_error("gzip");
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, without_header, most_memory, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::bad_alloc();
  }
  // The bound is that of one call that finishes; the block that a flush adds is empty.
  constexpr std::size_t flush_bytes = 16;
  piece.bytes.resize(deflateBound(&stream, static_cast<uLong>(text.size())) + flush_bytes);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(piece.bytes.data());
  stream.avail_out = static_cast<uInt>(piece.bytes.size());
  const int done = deflate(&stream, Z_FULL_FLUSH);
  const bool whole = done == Z_OK && stream.avail_in == 0 && stream.avail_out > 0;
  piece.bytes.erase(piece.bytes.size() - stream.avail_out);
  deflateEnd(&stream);
  if (!whole) throw std::runtime_error("zlib did not compress all of a text");
  return piece;
}

GzipPiece store(std::string_view text) {
  GzipPiece piece{.bytes = {}, .crc = crc_of(text), .size = text.size()};
  append_stored(piece.bytes, text, false);
  return piece;
}

std::string gzip(std::initializer_list<const GzipPiece*> pieces) {
  std::string file("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
  std::uint32_t crc = 0;
  std::size_t size = 0;
  for (const GzipPiece* piece : pieces) {
    file += piece->bytes;
    crc = static_cast<std::uint32_t>(
        crc32_combine(crc, piece->crc, static_cast<z_off_t>(piece->size)));
    size += piece->size;
  }
  append_stored(file, {}, true);
  append_number(file, crc, 4);
  append_number(file, size, 4);
  return file;
}

std::string gzip(std::string_view text) {
  const GzipPiece piece = compress(text);
  return gzip({&piece});
}

bool accepts_gzip(std::string_view accept_encoding) {
  constexpr std::string_view name = "gzip";
  const std::size_t at = accept_encoding.find(name);
  if (at == std::string_view::npos) return false;
  std::string_view weight = accept_encoding.substr(at + name.size());
  weight = weight.substr(0, weight.find(','));
  // Refused by `;q=0`, `; q=0.0` and so on.
  const std::size_t zero = weight.find("q=0");
  return zero == std::string_view::npos ||
         weight.find_first_of("123456789", zero) != std::string_view::npos;
}

}  // namespace news

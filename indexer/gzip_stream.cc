#include "indexer/gzip_stream.h"

#include <algorithm>
#include <limits>
#include <new>

namespace news {
namespace {

constexpr std::size_t input_bytes = 64u << 10;
constexpr Bytef first_magic_byte = 0x1f;
constexpr int gzip_window_bits = 15 + 16;  // the largest window, with the header of gzip

}  // namespace

GzipStream::GzipStream(ByteStream& compressed)
    : compressed_(compressed), input_(input_bytes, '\0') {
  if (inflateInit2(&zlib_, gzip_window_bits) != Z_OK) throw std::bad_alloc();
}

GzipStream::~GzipStream() { inflateEnd(&zlib_); }

std::size_t GzipStream::read(char* buffer, std::size_t size) {
  const std::size_t wanted = std::min<std::size_t>(size, std::numeric_limits<uInt>::max());
  zlib_.next_out = reinterpret_cast<Bytef*>(buffer);
  zlib_.avail_out = static_cast<uInt>(wanted);
  while (zlib_.avail_out == wanted) {
    if (!in_member_ && !begin_member()) break;
    inflate_some();
  }
  return wanted - zlib_.avail_out;
}

/// Makes sure that there is input; false at the end of it.
bool GzipStream::fill() {
  if (zlib_.avail_in > 0) return true;
  zlib_.next_in = reinterpret_cast<Bytef*>(input_.data());
  zlib_.avail_in = static_cast<uInt>(compressed_.read(input_.data(), input_.size()));
  return zlib_.avail_in > 0;
}

/// Goes on to the next member, over the zeros that tapes and disks pad with; false if none is.
bool GzipStream::begin_member() {
  while (fill() && *zlib_.next_in == 0) {
    ++zlib_.next_in;
    --zlib_.avail_in;
  }
  has_garbage_ = zlib_.avail_in > 0 && *zlib_.next_in != first_magic_byte;
  in_member_ = zlib_.avail_in > 0 && !has_garbage_;
  if (in_member_) inflateReset(&zlib_);
  return in_member_;
}

void GzipStream::check_end() {
  if (!has_garbage_) return;
  throw BadSource(
      "has bytes behind the end of its gzip data that are none; what stands before them is taken "
      "in, see whether the file is whole");
}

void GzipStream::inflate_some() {
  if (!fill()) {
    throw BadSource(
        "the gzip data is truncated; what stands before the cut is taken in, "
        "get the whole file for the rest");
  }
  const int status = inflate(&zlib_, Z_NO_FLUSH);
  if (status == Z_STREAM_END) in_member_ = false;
  if (status == Z_MEM_ERROR) throw std::bad_alloc();
  if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR) return;
  const std::string reason = zlib_.msg == nullptr ? "unknown error" : zlib_.msg;
  throw BadSource("the gzip data is damaged (" + reason +
                  "); what was read before is taken in, get a whole copy for the rest");
}

}  // namespace news

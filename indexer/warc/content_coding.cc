#include "indexer/warc/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <new>
#include <optional>
#include <vector>

#include "indexer/warc/header_fields.h"

namespace news::warc {
namespace {

constexpr std::size_t piece_bytes = 64u << 10;

[[noreturn]] void refuse_bomb(std::size_t most) {
  throw BadCoding("its body grows to more than " + std::to_string(most >> 20) +
                  " MB when decoded: looks like a bomb; leave it out");
}

void append(std::string& text, const std::string& piece, std::size_t size, std::size_t most) {
  if (text.size() + size > most) refuse_bomb(most);
  text.append(piece, 0, size);
}

/// What zlib makes of `body`; nothing if not even its beginning is of this kind.
std::optional<std::string> inflated(std::string_view body, int window_bits, std::size_t most) {
  z_stream zlib{};
  if (inflateInit2(&zlib, window_bits) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&zlib, inflateEnd);
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  zlib.avail_in = static_cast<uInt>(body.size());
  std::string text;
  std::string piece(piece_bytes, '\0');
  int status = Z_OK;
  while (status == Z_OK) {
    zlib.next_out = reinterpret_cast<Bytef*>(piece.data());
    zlib.avail_out = static_cast<uInt>(piece.size());
    status = inflate(&zlib, Z_NO_FLUSH);
    append(text, piece, piece.size() - zlib.avail_out, most);
    if (status == Z_BUF_ERROR) return text;  // cut off
  }
  if (status == Z_STREAM_END || !text.empty()) return text;
  return std::nullopt;
}

std::string gunzipped(std::string body, std::size_t most) {
  constexpr int gzip_window = 15 + 16;
  if (!body.starts_with("\x1f\x8b")) return body;
  if (auto text = inflated(body, gzip_window, most)) return std::move(*text);
  throw BadCoding("its gzip data is damaged; get a whole copy");
}

/// What servers call deflate is zlib's format or, by an old mistake, the bare one.
std::string undeflated(std::string body, std::size_t most) {
  constexpr int zlib_window = 15;
  constexpr int bare_window = -15;
  if (auto text = inflated(body, zlib_window, most)) return std::move(*text);
  if (auto text = inflated(body, bare_window, most)) return std::move(*text);
  return body;
}

std::string unbrotlied(std::string body, std::size_t most) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> decoder(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!decoder) throw std::bad_alloc();
  std::size_t left = body.size();
  const auto* input = reinterpret_cast<const std::uint8_t*>(body.data());
  std::string text;
  std::string piece(piece_bytes, '\0');
  auto status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    std::size_t room = piece.size();
    auto* output = reinterpret_cast<std::uint8_t*>(piece.data());
    status = BrotliDecoderDecompressStream(decoder.get(), &left, &input, &room, &output, nullptr);
    append(text, piece, piece.size() - room, most);
  }
  // Without a mark of its own, plain text is known by failing at once.
  return status == BROTLI_DECODER_RESULT_ERROR && text.empty() ? body : text;
}

std::string as_it_is(std::string body, std::size_t) { return body; }

struct Coding {
  std::string_view name;
  std::string (*decode)(std::string body, std::size_t most);
};
constexpr std::array codings_known{Coding{"gzip", gunzipped},     Coding{"x-gzip", gunzipped},
                                   Coding{"deflate", undeflated}, Coding{"br", unbrotlied},
                                   Coding{"identity", as_it_is},  Coding{"none", as_it_is},
                                   Coding{"utf-8", as_it_is}};

const Coding& coding_called(const std::string& name) {
  const auto* found = std::find_if(codings_known.begin(), codings_known.end(),
                                   [&](const Coding& coding) { return coding.name == name; });
  if (found != codings_known.end()) return *found;
  throw BadCoding("its content encoding '" + name +
                  "' is not known; expected gzip, deflate or br, record it without");
}

}  // namespace

std::string without_chunks(std::string_view body) {
  std::string text;
  std::string_view rest = body;
  for (;;) {
    const std::size_t line_end = rest.find('\n');
    if (line_end == std::string_view::npos) return text.empty() ? std::string(body) : text;
    const std::string_view line = trim(rest.substr(0, line_end));
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool sound =
        error == std::errc() && (end == line.data() + line.size() || *end == ';' || *end == ' ');
    if (!sound) return text.empty() ? std::string(body) : text;
    if (size == 0) break;
    rest.remove_prefix(line_end + 1);
    const std::size_t there = std::min(size, rest.size());
    text += rest.substr(0, there);
    rest.remove_prefix(there);
    const std::size_t next = rest.find('\n');
    rest.remove_prefix(next == std::string_view::npos ? rest.size() : next + 1);
  }
  return text;
}

std::string decode_content(std::string body, std::string_view codings, std::size_t most) {
  std::vector<std::string> names;
  while (!codings.empty()) {
    const std::size_t end = std::min(codings.find(','), codings.size());
    const std::string name = lower(trim(codings.substr(0, end)));
    if (!name.empty()) names.push_back(name);
    codings.remove_prefix(std::min(end + 1, codings.size()));
  }
  constexpr std::size_t most_codings = 5;
  if (names.size() > most_codings)
    throw BadCoding("its body is coded many times over; leave it out");
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    body = coding_called(*name).decode(std::move(body), most);
  }
  return body;
}

}  // namespace news::warc

#include "indexer/intake.h"

#include <fmt/format.h>

namespace news {

std::string to_string(const Place& place) {
  std::string text;
  for (const char c : place.source) {
    const auto byte = static_cast<unsigned char>(c);
    // A file's name may hold a line end or what moves a terminal's cursor.
    const bool is_control = byte < 0x20 || byte == 0x7f;
    text += is_control ? fmt::format("\\x{:02x}", byte) : std::string(1, c);
  }
  return place.line == 0 ? text : fmt::format("{}:{}", text, place.line);
}

}  // namespace news

#include "common/json_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "common/json_escapes.h"

namespace news {

namespace {

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

}  // namespace

void JsonWriter::value(std::string_view text) {
  separate();
  json_ += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    json_ += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    escape(text.front());
    text.remove_prefix(1);
  }
  json_ += '"';
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return value(nullptr);
  separate();
  const std::size_t begin = json_.size();
  fmt::format_to(std::back_inserter(json_), "{}", number);
  // One without a fraction says by this that it may have one.
  if (json_.find_first_of(".e", begin) == std::string::npos) json_ += ".0";
}

void JsonWriter::value(std::uint64_t number) {
  separate();
  const fmt::format_int digits(number);
  json_.append(digits.data(), digits.size());
}

void JsonWriter::escape(char c) {
  const std::size_t at = escaped_characters.find(c);
  if (at != std::string_view::npos) {
    json_ += {'\\', escape_letters[at]};
  } else {
    fmt::format_to(std::back_inserter(json_), "\\u{:04x}", static_cast<unsigned>(c));
  }
}

}  // namespace news

#include "indexer/warc/http_response.h"

#include <charconv>

namespace news::warc {
namespace {

/// The next line without its end, which `text` is moved behind.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<HttpResponse> parse_response(std::string_view message) {
  if (!message.starts_with("HTTP/")) return std::nullopt;
  HttpResponse response;
  const std::string_view first = take_line(message);
  const std::string_view status = trim(first.substr(std::min(first.find(' '), first.size())));
  std::from_chars(status.data(), status.data() + status.size(), response.status);
  while (!message.empty()) {
    const std::string_view line = take_line(message);
    if (line.empty()) break;
    response.fields.add_line(line);
  }
  response.body = message;
  return response;
}

std::string media_type(std::string_view content_type) {
  return lower(trim(content_type.substr(0, content_type.find_first_of(";,"))));
}

std::string charset_of(std::string_view content_type) {
  const std::string text = lower(content_type);
  const std::size_t found = text.find("charset=");
  if (found == std::string::npos) return {};
  const std::size_t begin = text.find_first_not_of("\"' ", found + 8);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_first_of("\"'; ,", begin) - begin);
}

}  // namespace news::warc

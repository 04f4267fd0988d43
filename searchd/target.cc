#include "searchd/target.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/error.h"
#include "common/text.h"

namespace news {

namespace {

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

/// The byte of the two digits after a `%`.
char escaped_byte(std::string_view escape, std::string_view where) {
  const auto high = escape.size() == 3 ? hex_digit(escape[1]) : std::nullopt;
  const auto low = escape.size() == 3 ? hex_digit(escape[2]) : std::nullopt;
  if (high && low) return static_cast<char>(*high * 16 + *low);
  throw BadRequest(std::string(where), "bad percent escape \"" + repair_utf8(escape) +
                                           "\" in the URL: expected % and two hexadecimal "
                                           "digits; % itself is %25");
}

std::string decode(std::string_view text, bool plus_is_space, std::string_view where) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      result += escaped_byte(text.substr(i, 3), where);
      i += 2;
    } else {
      result += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  return result;
}

/// The part before `separator`; `rest` keeps what is after it.
std::string_view cut(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

std::string_view without_host(std::string_view raw) {
  const std::size_t scheme = raw.find("://");
  if (raw.starts_with('/') || scheme == std::string_view::npos) return raw;
  const std::size_t path = raw.find('/', scheme + 3);
  return path == std::string_view::npos ? "/" : raw.substr(path);
}

}  // namespace

Target parse_target(std::string_view raw) {
  std::string_view rest = without_host(raw);
  rest = cut(rest, '#');
  const std::string_view path = cut(rest, '?');
  return {decode(path, false, "path"), std::string(path), parse_parameters(rest)};
}

Parameters parse_parameters(std::string_view raw) {
  Parameters parameters;
  while (!raw.empty()) {
    std::string_view value = cut(raw, '&');
    if (value.empty()) continue;
    std::string name = decode(cut(value, '='), true, "query");
    std::string decoded = decode(value, true, name);
    parameters.emplace_back(std::move(name), std::move(decoded));
  }
  return parameters;
}

}  // namespace news

#include "common/url.h"

#include <algorithm>

namespace news {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
  return result;
}

}  // namespace

bool is_web_url(std::string_view url) {
  const std::string scheme = lower(url.substr(0, url.find(':')));
  if (scheme != "http" && scheme != "https") return false;
  const std::string_view rest = url.substr(scheme.size());
  if (!rest.starts_with("://") || rest.size() < 4) return false;
  if (std::string_view("/?#:").find(rest[3]) != std::string_view::npos) return false;
  return std::none_of(url.begin(), url.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7f || c == '"' || c == '<' || c == '>';
  });
}

std::string canonical_url(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const std::size_t host = url.find("://") + 3;
  const std::size_t path = std::min(url.find_first_of("/?", host), url.size());
  std::string site = lower(url.substr(0, path));
  for (const std::string_view port : {"http:80", "https:443"}) {
    const std::string_view scheme = port.substr(0, port.find(':'));
    const std::string_view number = port.substr(scheme.size());
    if (site.starts_with(std::string(scheme) + "://") && site.ends_with(number)) {
      site.erase(site.size() - number.size());
    }
  }
  const std::string_view rest = url.substr(path);
  return site + (rest.starts_with('/') ? "" : "/") + std::string(rest);
}

}  // namespace news

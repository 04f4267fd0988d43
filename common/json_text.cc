#include "common/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "common/error.h"
#include "common/text.h"

namespace news {
namespace {

constexpr std::ptrdiff_t max_depth = 100;

bool too_deep(std::string_view text) {
  const auto opened =
      std::count(text.begin(), text.end(), '{') + std::count(text.begin(), text.end(), '[');
  if (opened <= max_depth) return false;
  std::ptrdiff_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') in_string = !in_string;
    if (in_string && c == '\\') ++i;
    if (in_string) continue;
    if ((c == '{' || c == '[') && ++depth > max_depth) return true;
    if ((c == '}' || c == ']') && depth > 0) --depth;
  }
  return false;
}

}  // namespace

void require_parsable_json(std::string_view text) {
  if (const auto at = find_invalid_utf8(text)) {
    throw BadArticle(
        fmt::format("is not UTF-8: byte {} cannot stand there; convert it first", *at + 1));
  }
  if (too_deep(text)) {
    throw BadArticle(
        fmt::format("is nested deeper than {} levels; expected one flat object", max_depth));
  }
}

}  // namespace news

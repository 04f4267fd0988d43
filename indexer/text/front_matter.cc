#include "indexer/text/front_matter.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/text/front_matter_fields.h"
#include "indexer/text/lines_of.h"

namespace news {
namespace {

struct Fence {
  std::string_view line;
  FrontMatterKind kind;
};
constexpr std::array fences{Fence{"---", FrontMatterKind::Yaml},
                            Fence{"+++", FrontMatterKind::Toml}};

/// `text` without its first line, which `line` becomes.
std::string_view take_line(std::string_view text, std::string_view& line) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  line = text.substr(0, end);
  return text.substr(std::min(end + 1, text.size()));
}

/// Whether the line is the fence, perhaps with spaces or the language's name (`---yaml`) behind.
bool is_fence(std::string_view line, std::string_view fence) {
  if (!line.starts_with(fence)) return false;
  const std::string_view rest = trim(line.substr(fence.size()));
  return rest.empty() || rest == "yaml" || rest == "toml";
}

/// Where the object that `text` begins with ends; npos if it does not.
std::size_t end_of_object(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\') ++i;
    if (c == '"') in_string = !in_string;
    if (in_string) continue;
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) return i + 1;
  }
  return std::string_view::npos;
}

FrontMatter split_fenced(std::string_view text, const Fence& fence) {
  std::string_view line;
  const std::string_view content = take_line(text, line);
  std::string_view rest = content;
  while (!rest.empty()) {
    const std::size_t begin = content.size() - rest.size();
    rest = take_line(rest, line);
    const bool is_end =
        is_fence(line, fence.line) || (fence.kind == FrontMatterKind::Yaml && trim(line) == "...");
    if (is_end) return {.kind = fence.kind, .fields = content.substr(0, begin), .body = rest};
  }
  return {.kind = fence.kind, .fields = content, .body = {}, .is_closed = false};
}

}  // namespace

FrontMatter split_front_matter(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  std::string_view line;
  take_line(text, line);
  for (const Fence& fence : fences) {
    if (is_fence(line, fence.line)) return split_fenced(text, fence);
  }
  if (!text.starts_with('{')) return {.body = text};
  const std::size_t end = end_of_object(text);
  if (end == std::string_view::npos) {
    return {.kind = FrontMatterKind::Json, .fields = text, .body = {}, .is_closed = false};
  }
  return {.kind = FrontMatterKind::Json, .fields = text.substr(0, end), .body = text.substr(end)};
}

MetaValue read_front_matter(FrontMatterKind kind, std::string_view fields) {
  if (fields.size() > max_front_matter_bytes) {
    throw BadFrontMatter("the front matter is longer than 256 kB; is its second fence missing?");
  }
  switch (kind) {
    case FrontMatterKind::Yaml:
      return read_yaml_fields(fields);
    case FrontMatterKind::Toml:
      return read_toml_fields(fields);
    case FrontMatterKind::Json:
      return read_json_fields(fields);
    case FrontMatterKind::None:
      break;
  }
  return {};
}

}  // namespace news

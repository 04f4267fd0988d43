#include "indexer/text/markdown_source.h"

#include <algorithm>
#include <array>

#include "indexer/text/lines_of.h"

namespace news {
namespace {

struct Span {
  std::string_view begin;
  std::string_view end;
};
constexpr std::array spans{Span{"{{<", ">}}"}, Span{"{{%", "%}}"}, Span{"{{", "}}"},
                           Span{"{%", "%}"},   Span{"{:", "}"},    Span{"[^", "]"}};

/// How many bytes the span has that `text` begins with; 0 if none does.

std::size_t span_size(std::string_view text) {
  constexpr std::size_t longest = 4096;
  for (const Span& span : spans) {
    if (!text.starts_with(span.begin)) continue;
    const std::size_t end = text.substr(0, longest).find(span.end, span.begin.size());
    return end == std::string_view::npos ? 0 : end + span.end.size();
  }
  return 0;
}

std::string without_spans(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find_first_of("{["), text.size());
    result += text.substr(0, plain);
    text.remove_prefix(plain);
    const std::size_t size = span_size(text);
    if (size == 0) result += text.substr(0, 1);
    text.remove_prefix(std::min(std::max<std::size_t>(size, 1), text.size()));
  }
  return result;
}

/// Whether the line begins the text of a footnote: `[^1]: ...`.
bool is_footnote(std::string_view line) {
  const std::size_t end = line.substr(0, 100).find("]:");
  return line.starts_with("[^") && end != std::string_view::npos;
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

/// `| a | b |` as a paragraph.
std::string table_row(std::string_view line) {
  line = trim(line);
  if (is_table_rule(line)) return "\n";
  line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  return std::string(trim(line)) + "\n\n";
}

}  // namespace

std::string plain_markdown(std::string_view text) {
  std::string result;
  bool in_footnote = false;
  for (const std::string_view line : lines_of(text)) {
    const bool is_indented = line.starts_with("  ") || line.starts_with('\t');
    in_footnote = is_footnote(line) || (in_footnote && is_indented);
    if (in_footnote) continue;
    result += line.starts_with('|') ? table_row(line) : std::string(line) + '\n';
  }
  return without_spans(result);
}

bool has_too_many_brackets(std::string_view text) {
  constexpr std::size_t most = 4000;
  std::size_t count = 0;
  for (const std::string_view line : lines_of(text)) {
    if (trim(line).empty()) count = 0;
    count += static_cast<std::size_t>(std::count(line.begin(), line.end(), '['));
    if (count > most) return true;
  }
  return false;
}

}  // namespace news

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

/// Finds spans from the beginning to the end of a text, each of its ends once.
class Spans {
 public:
  explicit Spans(std::string_view text) : text_(text) {}

  /// The size of the span that begins at `position`; 0 if none does. Positions only grow.
  std::size_t size_at(std::size_t position) {
    const std::string_view text = text_.substr(position);
    for (std::size_t i = 0; i < spans.size(); ++i) {
      if (!text.starts_with(spans[i].begin)) continue;
      const std::size_t end = next_end(i, position + spans[i].begin.size());
      constexpr std::size_t longest = 4096;
      const bool is_span = end != std::string_view::npos && end - position < longest;
      return is_span ? end + spans[i].end.size() - position : 0;
    }
    return 0;
  }

 private:
  std::size_t next_end(std::size_t span, std::size_t from) {
    std::size_t& end = ends_[span];
    if (end == unknown || (end != std::string_view::npos && end < from)) {
      end = text_.find(spans[span].end, from);
    }
    return end;
  }

  static constexpr std::size_t unknown = 0;  // no span ends where a text begins
  std::string_view text_;
  std::array<std::size_t, spans.size()> ends_{};
};

std::string without_spans(std::string_view text) {
  Spans found(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find_first_of("{[", at), text.size());
    result += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const std::size_t size = found.size_at(at);
    if (size == 0) result += text[at];
    at += std::max<std::size_t>(size, 1);
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

#include "indexer/text/wiki_marks.h"

#include <algorithm>
#include <array>

#include "indexer/text/lines_of.h"

namespace news {
namespace {

using Kind = WikiMark::Kind;

struct Mark {
  std::string_view text;
  Kind kind;
};
constexpr std::array marks{Mark{"{{", Kind::OpenTemplate},
                           Mark{"}}", Kind::CloseTemplate},
                           Mark{"[[", Kind::OpenLink},
                           Mark{"]]", Kind::CloseLink},
                           Mark{"{|", Kind::OpenTable},
                           Mark{"|}", Kind::CloseTable},
                           Mark{"|", Kind::Bar}};

struct Hidden {
  std::string_view begin;
  std::string_view end;
};
constexpr std::array hidden{Hidden{"<!--", "-->"},
                            Hidden{"<ref", "</ref>"},
                            Hidden{"<gallery", "</gallery>"},
                            Hidden{"<math", "</math>"},
                            Hidden{"<timeline", "</timeline>"},
                            Hidden{"<imagemap", "</imagemap>"},
                            Hidden{"<dynamicpagelist", "</dynamicpagelist>"}};

}  // namespace

/// Behind the next `end`, npos if there is none; that is not looked for twice.
std::size_t WikiMarks::end_of(std::string_view end, std::size_t position) {
  if (std::find(never_again_.begin(), never_again_.end(), end) != never_again_.end()) {
    return std::string_view::npos;
  }
  const std::size_t at = markup_.find(end, position);
  if (at != std::string_view::npos) return at + end.size();
  never_again_.push_back(end);
  return at;
}

/// The size of the tag, or of the element whose content is no text; 0 if it is none.
std::size_t WikiMarks::tag_size(std::size_t position) {
  constexpr std::size_t longest = 1000;
  const std::string_view text = markup_.substr(position, longest);
  const std::size_t close = text.find('>');
  const bool is_tag =
      text.size() > 1 && close != std::string_view::npos &&
      (text[1] == '/' || text[1] == '!' ||
       (lower_ascii(text.substr(1, 1)) >= "a" && lower_ascii(text.substr(1, 1)) <= "z"));
  for (const Hidden& element : hidden) {
    if (!starts_with_ignoring_case(text, element.begin)) continue;
    if (element.end != "-->" && is_tag && text[close - 1] == '/') return close + 1;
    const std::size_t end = end_of(element.end, position);
    if (end != std::string_view::npos) return end - position;
  }
  return is_tag ? close + 1 : 0;
}

WikiMark WikiMarks::at(std::size_t position) {
  const char c = markup_[position];
  if (c == '\n') return {Kind::LineEnd};
  if (c == '<') {
    const std::size_t size = tag_size(position);
    return size == 0 ? WikiMark{} : WikiMark{Kind::Skip, size};
  }
  if (c == '\'') {
    const std::size_t end = std::min(markup_.find_first_not_of('\'', position), markup_.size());
    return end - position > 1 ? WikiMark{Kind::Skip, end - position} : WikiMark{};
  }
  // `}}}}` of a template in another; `{|` is a table at the start of a line only.
  const bool at_line_start = position == 0 || markup_[position - 1] == '\n';
  const std::string_view text = markup_.substr(position, 3);
  for (const Mark& mark : marks) {
    if (!text.starts_with(mark.text)) continue;
    const bool is_table = mark.kind == Kind::OpenTable || mark.kind == Kind::CloseTable;
    if (is_table && (!at_line_start || text == "|}}")) continue;
    return {mark.kind, mark.text.size()};
  }
  return {};
}

}  // namespace news

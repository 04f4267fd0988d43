#include "indexer/text/mail_text.h"

#include <algorithm>
#include <vector>

#include "indexer/text/lines_of.h"
#include "indexer/text/wrapped_text.h"

namespace news {
namespace {

using Lines = std::vector<std::string_view>;

/// `____` or `----` over the whole width: what mailing lists draw above their footer.
bool is_rule(std::string_view line) {
  line = trim(line);
  constexpr std::size_t least = 20;
  return line.size() >= least &&
         (line.find_first_not_of('_') == line.npos || line.find_first_not_of('-') == line.npos ||
          line.find_first_not_of('=') == line.npos);
}

/// `On Wed, 15 May 2024, A B wrote:` in the languages whose mail programs are met.
bool introduces_quote(std::string_view line) {
  line = trim(line);
  constexpr std::string_view ends[]{
      "wrote:", "schrieb:", "a écrit :", "escribió:", "пише:", "-----Original Message-----"};
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return line.ends_with(end); });
}

void drop_signature(Lines& lines) {
  const auto is_mark = [](std::string_view line) { return line == "-- " || line == "--"; };
  lines.erase(std::find_if(lines.begin(), lines.end(), is_mark), lines.end());
}

/// The footer stands in the last lines and is short.
void drop_footer(Lines& lines) {
  constexpr std::ptrdiff_t longest = 15;
  const auto begin = lines.end() - std::min<std::ptrdiff_t>(std::ssize(lines), longest);
  const auto rule = std::find_if(begin, lines.end(), is_rule);
  if (rule != lines.begin()) lines.erase(rule, lines.end());
}

void drop_quotes(Lines& lines) {
  while (!lines.empty()) {
    const std::string_view line = trim(lines.back());
    if (!line.empty() && !line.starts_with('>') && !introduces_quote(line)) return;
    lines.pop_back();
  }
}

/// Lines of `format=flowed`: one that ends in a space goes on in the next.
std::string join_flowed(const Lines& lines) {
  std::string text;
  for (std::string_view line : lines) {
    if (line.starts_with(' ')) line.remove_prefix(1);
    text += line;
    if (!line.ends_with(' ')) text += "\n";
  }
  return text;
}

}  // namespace

std::string mail_text(std::string_view plain, bool is_flowed) {
  Lines lines = lines_of(plain);
  drop_signature(lines);
  drop_footer(lines);
  drop_quotes(lines);
  std::string text;
  if (is_flowed) {
    text = join_flowed(lines);
  } else {
    for (const std::string_view line : lines) text.append(line) += '\n';
  }
  return unwrap_text(text);
}

}  // namespace news

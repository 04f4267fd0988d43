#include "indexer/text/wrapped_text.h"

#include <algorithm>

#include "indexer/text/lines_of.h"

namespace news {
namespace {

constexpr std::size_t paragraph_indent = 4;
constexpr std::size_t least_cut_line = 40;  // shorter than any width that text is cut at

std::string_view joint(std::string_view before, std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  if (indent >= paragraph_indent || line.starts_with('\t')) return "\n\n";
  if (indent > 0 || trim(before).size() < least_cut_line) return "\n";
  return " ";
}

}  // namespace

std::string unwrap_text(std::string_view text) {
  std::string result;
  std::string_view before;
  bool is_second = false;  // What stood before the first line may have been cut off it.
  for (const std::string_view line : lines_of(text)) {
    const std::string_view words = trim(line);
    if (!words.empty()) {
      if (is_second && joint(before, line) == "\n" && !line.starts_with(' ')) {
        result += ' ';
      } else if (!result.empty()) {
        result += trim(before).empty() ? "\n\n" : joint(before, line);
      }
      is_second = result.empty();
      result += words;
    }
    before = line;
  }
  return result;
}

}  // namespace news

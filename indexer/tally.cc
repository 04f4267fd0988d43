#include "indexer/tally.h"

#include <cstddef>

#include "common/text.h"

namespace news {
namespace {

constexpr std::size_t most_kinds = 1000;
constexpr std::size_t longest_kind = 160;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Where the text quoted at `begin` ends; npos where no quotation begins there. An apostrophe
/// within a word is none.
std::size_t end_of_quotation(std::string_view text, std::size_t begin) {
  const char mark = text[begin];
  if (mark != '"' && mark != '\'') return std::string_view::npos;
  if (mark == '\'' && begin > 0 && is_letter(text[begin - 1])) return std::string_view::npos;
  return text.find(mark, begin + 1);
}

}  // namespace

std::string reason_kind(std::string_view reason) {
  std::string kind;
  for (std::size_t i = 0; i < reason.size(); ++i) {
    const std::size_t end = end_of_quotation(reason, i);
    if (end != std::string_view::npos) {
      kind += "\"...\"";
      i = end;
    } else if (!is_digit(reason[i])) {
      kind += reason[i];
    } else if (i == 0 || !is_digit(reason[i - 1])) {
      kind += 'N';
    }
  }
  return std::string(truncate_utf8(kind, longest_kind));
}

void count_rejection(Tally& tally, const std::string& format, std::string_view reason) {
  ++tally.rejected;
  ++tally.formats[format].rejected;
  const std::string kind = reason_kind(reason);
  const bool is_known = tally.reasons.contains(kind) || tally.reasons.size() < most_kinds;
  ++tally.reasons[is_known ? kind : "other reasons"];
}

}  // namespace news

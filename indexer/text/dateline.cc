#include "indexer/text/dateline.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "indexer/text/lines_of.h"

namespace news {
namespace {

constexpr std::size_t longest = 90;
constexpr std::array dashes{" — ", " – ", " -- ", " - ", "—", "--"};

/// Where the first dash stands, and its size.
std::pair<std::size_t, std::size_t> find_dash(std::string_view text) {
  std::pair<std::size_t, std::size_t> first{std::string_view::npos, 0};
  for (const std::string_view dash : dashes) {
    const std::size_t at = text.find(dash);
    if (at < first.first) first = {at, dash.size()};
  }
  return first;
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != text.npos; }

/// Whether the first word is a place as datelines write it: at least two letters, all capitals.
bool begins_in_capitals(std::string_view text) {
  const std::string_view word = text.substr(0, text.find_first_of(" ,("));
  const bool has_lower =
      std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool has_upper = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
  return word.size() > 1 && has_upper && !has_lower;
}

}  // namespace

Dateline split_dateline(std::string_view text) {
  Dateline none{.rest = text};
  const auto [at, size] = find_dash(text.substr(0, longest));
  if (at == std::string_view::npos || at == 0) return none;
  std::string_view head = trim(text.substr(0, at));
  if (head.find('\n') != std::string_view::npos || head.find(". ") != std::string_view::npos) {
    return none;
  }
  Dateline line{.rest = trim(text.substr(at + size))};
  const std::size_t bracket = head.rfind('(');
  if (bracket != std::string_view::npos && head.ends_with(')')) {
    line.agency = clean_line(head.substr(bracket + 1, head.size() - bracket - 2));
    head = trim(head.substr(0, bracket));
  }
  const bool has_date = head.find(',') != std::string_view::npos && has_digit(head);
  if (!begins_in_capitals(head) && !(has_date && !line.agency.empty())) return none;
  if (!has_date && line.agency.empty() && has_digit(head)) return none;
  line.place_and_date = clean_line(head);
  return line.rest.empty() ? none : line;
}

}  // namespace news

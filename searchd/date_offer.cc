#include "searchd/date_offer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/analysis/fold.h"
#include "common/date_words.h"

namespace news {

namespace {

// `15 de mayo de 2024`.
constexpr std::size_t most_words = 5;
// Dates stand at the beginning or the end of a query, and hardly in long ones.
constexpr std::size_t most_words_looked_at = 20;

bool is_plain_word(const QueryNode& node) {
  return node.kind == QueryNode::Kind::Word && node.field.empty() && !node.plus;
}

/// What read_date would read over, because it stands around the dates of articles.
bool is_around_dates(const std::string& word) {
  const std::string folded = fold(word);
  const bool number = folded.find_first_of("0123456789") != std::string::npos;
  return !number && (is_date_label(folded) || is_date_filler(folded) || is_weekday_name(folded));
}

/// Words of a query that are a date: `count` of them from `first` on.
struct Run {
  std::size_t first = 0;
  std::size_t count = 0;
  DateSpan span;
};

/// A run of that length, beginning there.
std::optional<Run> run_at(const std::vector<QueryNode>& words, std::size_t first, std::size_t count,
                          std::string_view language, const TimeZone& zone, Instant now) {
  std::string text;
  for (std::size_t i = first; i < first + count; ++i) {
    if (!is_plain_word(words[i])) return std::nullopt;
    text += (text.empty() ? "" : " ") + words[i].text;
  }
  auto span = read_date_span(text, language, zone, now);
  if (!span) return std::nullopt;
  const bool more = !span->relative && (is_around_dates(words[first].text) ||
                                        is_around_dates(words[first + count - 1].text));
  if (more) return std::nullopt;
  return Run{first, count, *span};
}

std::optional<Run> longest_run(const std::vector<QueryNode>& words, std::string_view language,
                               const TimeZone& zone, Instant now) {
  const std::size_t end = std::min(words.size(), most_words_looked_at);
  for (std::size_t count = std::min(most_words, end); count > 0; --count) {
    for (std::size_t first = 0; first + count <= end; ++first) {
      if (auto run = run_at(words, first, count, language, zone, now)) return run;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateOffer> find_date_offer(const QueryNode& query, std::string_view language,
                                         const TimeZone& zone, Instant now) {
  const bool one = query.kind != QueryNode::Kind::And;
  std::vector<QueryNode> words = one ? std::vector{query} : query.children;
  const std::optional<Run> run = longest_run(words, language, zone, now);
  if (!run) return std::nullopt;
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(run->first);
  const bool preposition = run->first > 0 && is_plain_word(*(begin - 1)) &&
                           Analyzer::is_stop_word(fold((begin - 1)->text), language);
  words.erase(begin - (preposition ? 1 : 0), begin + static_cast<std::ptrdiff_t>(run->count));
  const QueryNode rest{.kind = QueryNode::Kind::And, .children = std::move(words)};
  return DateOffer{.span = run->span, .q = to_string(rest)};
}

}  // namespace news

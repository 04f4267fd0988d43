#include "searchd/word_pairs.h"

#include <algorithm>
#include <vector>

#include "common/word_order.h"

namespace news {

namespace {

constexpr int most_steps = 1000;
constexpr int most_looked_at = 50;  // of the articles that have both, for the positions

bool are_beside(const ArticleDatabase& articles, Xapian::docid number,
                const std::vector<OrderedTerm>& pair) {
  const std::string packed = articles.order(number);
  return WordOrder(packed).has_phrase(pair, OrderField::Text);
}

/// What was seen of the articles that have both.
struct Seen {
  int together = 0;
  int beside = 0;
  int steps = 0;
};

/// The number that was reached in that part.
Xapian::docid look_through(const ArticleDatabase& articles, std::size_t part,
                           const std::string& first, const std::string& second, Seen& seen) {
  const std::vector<OrderedTerm> pair{OrderedTerm(first), OrderedTerm(second)};
  TermCursor one = articles.postings(part, first);
  TermCursor other = articles.postings(part, second);
  for (; !one.at_end() && !other.at_end(); ++seen.steps) {
    if (seen.steps == most_steps) return one.id();
    if (one.id() == other.id()) {
      if (seen.together < most_looked_at && are_beside(articles, one.id(), pair)) ++seen.beside;
      ++seen.together;
      one.next();
    } else if (one.id() < other.id()) {
      one.skip_to(other.id());
    } else {
      other.skip_to(one.id());
    }
  }
  return articles.parts()[part].get_lastdocid();
}

}  // namespace

WordPair count_pair(const ArticleDatabase& articles, const std::string& first,
                    const std::string& second) {
  Seen seen;
  Xapian::docid reached = 0;
  for (std::size_t part = 0; part < articles.parts().size() && seen.steps < most_steps; ++part) {
    reached = std::max(reached, look_through(articles, part, first, second, seen));
  }
  if (seen.together == 0) return {};
  const double all = seen.together * static_cast<double>(articles.last_number()) / reached;
  return {.together = all, .beside = all * seen.beside / std::min(seen.together, most_looked_at)};
}

}  // namespace news

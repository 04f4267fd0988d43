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

}  // namespace

WordPair count_pair(const ArticleDatabase& articles, const std::string& first,
                    const std::string& second) {
  const Xapian::Database& database = articles.both();
  auto one = database.postlist_begin(first);
  auto other = database.postlist_begin(second);
  const auto one_end = database.postlist_end(first);
  const auto other_end = database.postlist_end(second);
  const std::vector<OrderedTerm> pair{OrderedTerm(first), OrderedTerm(second)};
  int together = 0;
  int beside = 0;
  Xapian::docid reached = database.get_lastdocid();
  for (int step = 0; one != one_end && other != other_end; ++step) {
    if (step == most_steps) {
      reached = *one;
      break;
    }
    if (*one == *other) {
      if (together < most_looked_at && are_beside(articles, articles.number_at(*one), pair))
        ++beside;
      ++together;
      ++one;
    } else if (*one < *other) {
      one.skip_to(*other);
    } else {
      other.skip_to(*one);
    }
  }
  if (together == 0) return {};
  const double all = together * static_cast<double>(database.get_lastdocid()) / reached;
  const int looked_at = std::min(together, most_looked_at);
  return {.together = all, .beside = all * beside / looked_at};
}

}  // namespace news

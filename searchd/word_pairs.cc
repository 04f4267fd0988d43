#include "searchd/word_pairs.h"

#include <algorithm>
#include <vector>

#include "common/schema.h"
#include "common/word_order.h"

namespace news {

namespace {

constexpr int most_steps = 1000;
constexpr int most_looked_at = 50;  // of the articles that have both, for the positions

bool are_beside(const Xapian::Database& database, Xapian::docid article,
                const std::vector<OrderedTerm>& pair) {
  const std::string packed = database.get_document(article).get_value(schema::order_slot);
  return WordOrder(packed).has_phrase(pair, OrderField::Text);
}

}  // namespace

WordPair count_pair(const Xapian::Database& database, const std::string& first,
                    const std::string& second) {
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
      if (together < most_looked_at && are_beside(database, *one, pair)) ++beside;
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

#include "searchd/date_order.h"

#include <algorithm>
#include <tuple>

namespace news {

DateKey date_key(const Columns& columns, Xapian::docid id) {
  const bool dated = columns.day(id) != Columns::undated;
  return {.dated = dated, .published = dated ? columns.published(id) : 0, .id = id};
}

DateOrder::DateOrder(Sort sort, std::size_t limit, std::optional<DateKey> after)
    : sort_(sort), limit_(limit), after_(after), kept_(ShownBefore{sort}) {}

bool DateOrder::before(Sort sort, const DateKey& a, const DateKey& b) {
  if (a.dated != b.dated) return a.dated;
  const auto place = [](const DateKey& key) { return std::tuple(key.published, key.id); };
  return sort == Sort::Oldest ? place(a) < place(b) : place(b) < place(a);
}

void DateOrder::add(const DateKey& key) {
  if (!is_after(key)) return;
  if (kept_.size() < limit_) {
    kept_.push(key);
  } else if (!kept_.empty() && before(sort_, key, kept_.top())) {
    kept_.pop();
    kept_.push(key);
  }
}

std::vector<DateKey> DateOrder::take() {
  std::vector<DateKey> keys(kept_.size());
  for (std::size_t i = keys.size(); i-- > 0; kept_.pop()) keys[i] = kept_.top();
  return keys;
}

}  // namespace news

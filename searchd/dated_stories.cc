#include "searchd/dated_stories.h"

namespace news {

void DatedStories::add(Xapian::docid id) {
  const DateKey key = date_key(columns_, id);
  const auto story = collapse_ ? columns_.story(id) : std::nullopt;
  if (!story) {
    found_ += order_.is_after(key) ? 1 : 0;
    return order_.add(key);
  }
  const auto [first, is_new] = firsts_.try_emplace(*story, key);
  if (is_new && order_.is_after(key)) ++found_;
  if (!is_new && DateOrder::before(sort_, key, first->second)) first->second = key;
}

std::vector<DateKey> DatedStories::take() {
  for (const auto& [story, first] : firsts_) order_.add(first);
  firsts_.clear();
  return order_.take();
}

}  // namespace news

#include "searchd/dated_stories.h"

namespace news {

void DatedStories::add(Xapian::docid id) {
  const DateKey key = date_key(columns_, id);
  const auto story = collapse_ ? columns_.stories().story(id) : std::nullopt;
  if (!story) return order_.add(key);
  const auto [first, is_new] = firsts_.try_emplace(*story, key);
  if (!is_new && DateOrder::before(sort_, key, first->second)) first->second = key;
}

std::vector<DateKey> DatedStories::take() {
  for (const auto& [story, first] : firsts_) order_.add(first);
  firsts_.clear();
  return order_.take();
}

}  // namespace news

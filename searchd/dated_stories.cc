#include "searchd/dated_stories.h"

namespace news {

DatedStories::DatedStories(const Columns& columns, bool collapse, Sort sort, std::size_t limit,
                           std::optional<DateKey> after)
    : columns_(columns),
      collapse_(collapse),
      sort_(sort),
      limit_(limit),
      order_(sort, limit, after) {}

DatedStories DatedStories::another() const {
  return {columns_, collapse_, sort_, limit_, order_.after()};
}

void DatedStories::add(Xapian::docid id) {
  const DateKey key = date_key(columns_, id);
  const auto story = collapse_ ? columns_.story(id) : std::nullopt;
  if (story) {
    add(*story, key);
  } else {
    add(key);
  }
}

void DatedStories::add(DatedStories& other) {
  for (const DateKey& key : other.order_.take()) add(key);
  for (const auto& [story, first] : other.firsts_) add(story, first);
  other.firsts_.clear();
}

void DatedStories::add(const DateKey& key) {
  found_ += order_.is_after(key) ? 1 : 0;
  order_.add(key);
}

void DatedStories::add(std::uint32_t story, const DateKey& key) {
  const auto [first, is_new] = firsts_.try_emplace(story, key);
  if (is_new && order_.is_after(key)) ++found_;
  if (!is_new && DateOrder::before(sort_, key, first->second)) first->second = key;
}

std::vector<DateKey> DatedStories::take() {
  for (const auto& [story, first] : firsts_) order_.add(first);
  firsts_.clear();
  return order_.take();
}

}  // namespace news

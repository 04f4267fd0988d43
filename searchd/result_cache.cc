#include "searchd/result_cache.h"

#include <utility>

namespace news {

namespace {

// What the list, the table and the pointers take for each entry, about.
constexpr std::size_t entry_bytes = 256;
constexpr std::size_t least_entries = 8;

}  // namespace

std::shared_ptr<const RenderedAnswer> ResultCache::find(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

void ResultCache::add(const std::string& key, std::shared_ptr<const RenderedAnswer> answer) {
  const std::size_t bytes = entry_bytes + key.size() + answer->bytes();
  if (bytes > most_bytes_ / least_entries) return;
  const std::lock_guard lock(mutex_);
  // Two threads may have found the same.
  if (const auto known = by_key_.find(key); known != by_key_.end()) drop(known->second);
  entries_.push_front({key, std::move(answer), bytes});
  by_key_.emplace(entries_.front().key, entries_.begin());
  bytes_ += bytes;
  while (bytes_ > most_bytes_) drop(std::prev(entries_.end()));
}

void ResultCache::drop(Entries::iterator entry) {
  bytes_ -= entry->bytes;
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

std::size_t ResultCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace news

#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "searchd/rendered_answer.h"

namespace news {

/// The answers that were asked for last, as many as a number of bytes holds. Knows nothing of what
/// makes an answer stale: that has to be in its key. May be used by several threads.
class ResultCache {
 public:
  /// With 0, nothing is kept.
  explicit ResultCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  bool empty() const { return most_bytes_ == 0; }

  /// Null if there is none.
  std::shared_ptr<const RenderedAnswer> find(std::string_view key);

  /// An answer that would take more than an eighth of all is not kept.
  void add(const std::string& key, std::shared_ptr<const RenderedAnswer> answer);

  /// What the answers kept take, with their keys.
  std::size_t bytes() const;

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const RenderedAnswer> answer;
    std::size_t bytes;
  };
  using Entries = std::list<Entry>;

  void drop(Entries::iterator entry);

  const std::size_t most_bytes_;
  mutable std::mutex mutex_;                                        // guards what follows
  Entries entries_;                                                 // the one asked for last first
  std::unordered_map<std::string_view, Entries::iterator> by_key_;  // views of the entries' keys
  std::size_t bytes_ = 0;
};

}  // namespace news

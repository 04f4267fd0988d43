#pragma once

#include <xapian.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace news {

/// What has been found out of articles, by number: yes, no, or nothing yet. Two bits each. For any
/// number of threads.
class OrderVerdicts {
 public:
  explicit OrderVerdicts(Xapian::docid last) : bits_(last / 4 + std::size_t{1}) {}

  std::optional<bool> of(Xapian::docid number) const {
    const unsigned bits = bits_[number / 4].load(std::memory_order_relaxed) >> (number % 4 * 2);
    return (bits & known) != 0 ? std::optional((bits & yes) != 0) : std::nullopt;
  }
  void set(Xapian::docid number, bool verdict) {
    const unsigned bits = (known | (verdict ? yes : 0U)) << (number % 4 * 2);
    bits_[number / 4].fetch_or(static_cast<std::uint8_t>(bits), std::memory_order_relaxed);
  }

 private:
  static constexpr unsigned known = 1;
  static constexpr unsigned yes = 2;

  std::vector<std::atomic<std::uint8_t>> bits_;
};

/// Those of the questions that were asked last, of articles that never change. For any number of
/// threads.
class RecentVerdicts {
 public:
  static constexpr std::size_t most = 24;

  /// Of articles up to the number `last`.
  std::shared_ptr<OrderVerdicts> of(const std::string& question, Xapian::docid last) {
    const std::lock_guard lock(mutex_);
    for (auto one = asked_.begin(); one != asked_.end(); ++one) {
      if (one->first != question) continue;
      asked_.splice(asked_.begin(), asked_, one);
      return one->second;
    }
    if (asked_.size() == most) asked_.pop_back();
    asked_.emplace_front(question, std::make_shared<OrderVerdicts>(last));
    return asked_.front().second;
  }

 private:
  std::mutex mutex_;
  std::list<std::pair<std::string, std::shared_ptr<OrderVerdicts>>> asked_;  // the last in front
};

}  // namespace news

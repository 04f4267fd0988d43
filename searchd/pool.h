#pragma once

#include <condition_variable>
#include <cstddef>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace news {

/// Things that only one thread may use at a time, lent to one thread after another.
template <typename T>
class Pool {
 public:
  /// Gives its thing back when it goes. Must not outlive the pool.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<T> thing) : pool_(&pool), thing_(std::move(thing)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&& other) noexcept {
      std::swap(pool_, other.pool_);
      std::swap(thing_, other.thing_);
      return *this;
    }
    ~Lease() {
      if (thing_) pool_->give_back(std::move(thing_));
    }
    T& operator*() const { return *thing_; }
    T* operator->() const { return thing_.get(); }

   private:
    Pool* pool_;
    std::unique_ptr<T> thing_;
  };

  void put(std::unique_ptr<T> thing) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(thing));
  }

  /// Waits until one is free. There must be one at all.
  Lease lease() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty(); });
    return lend();
  }

  /// Nothing if none is free, or so many are lent.
  std::optional<Lease> try_lease(std::size_t most = std::numeric_limits<std::size_t>::max()) {
    const std::lock_guard lock(mutex_);
    if (free_.empty() || lent_ >= most) return std::nullopt;
    return lend();
  }

 private:
  Lease lend() {
    std::unique_ptr<T> thing = std::move(free_.back());
    free_.pop_back();
    ++lent_;
    return Lease(*this, std::move(thing));
  }
  void give_back(std::unique_ptr<T> thing) {
    {
      const std::lock_guard lock(mutex_);
      free_.push_back(std::move(thing));
      --lent_;
    }
    returned_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<T>> free_;
  std::size_t lent_ = 0;
};

}  // namespace news

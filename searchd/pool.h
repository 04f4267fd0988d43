#pragma once

#include <condition_variable>
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
      if (thing_) pool_->put(std::move(thing_));
    }
    T& operator*() const { return *thing_; }
    T* operator->() const { return thing_.get(); }

   private:
    Pool* pool_;
    std::unique_ptr<T> thing_;
  };

  void put(std::unique_ptr<T> thing) {
    {
      const std::lock_guard lock(mutex_);
      free_.push_back(std::move(thing));
    }
    returned_.notify_one();
  }

  /// Waits until one is free. There must be one at all.
  Lease lease() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty(); });
    std::unique_ptr<T> thing = std::move(free_.back());
    free_.pop_back();
    return Lease(*this, std::move(thing));
  }

  /// Nothing if none is free.
  std::optional<Lease> try_lease() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::nullopt;
    std::unique_ptr<T> thing = std::move(free_.back());
    free_.pop_back();
    return Lease(*this, std::move(thing));
  }

 private:
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<T>> free_;
};

}  // namespace news

#pragma once

#include <cstddef>
#include <functional>

#include "common/article_database.h"
#include "searchd/helper.h"

namespace news {

/// What one thread of a request works with.
struct Hand {
  std::size_t number;  ///< From 0, the request's own thread.
  const ArticleDatabase& database;
};

/// The threads of a request: its own, and a helper if there is one. For its own thread.
class Hands {
 public:
  static constexpr std::size_t most = 2;

  /// The request's own; what is given here and to add() must outlive it.
  explicit Hands(const ArticleDatabase& database);
  /// Calls a helper and gives it to these; `database` is another handle on the same revision.
  void add(Helper& helper, const ArticleDatabase& database);

  std::size_t count() const { return helper_ == nullptr ? 1 : 2; }
  /// The handle of the request's own thread.
  const ArticleDatabase& database() const { return own_; }
  /// That of the helper, if there is one.
  const ArticleDatabase& helping() const { return *helping_; }

  /// Calls `work` with each task from 0 to that before `tasks`, and with who does it: whoever is
  /// free takes the next. Comes back when all are done. Throws what one of them throws; then others
  /// may have been left out.
  void share(std::size_t tasks,
             const std::function<void(std::size_t task, const Hand& hand)>& work) const;

  /// Something that is done while the request goes on, by a helper that has nothing else to do, or
  /// else when it is waited for.
  class Meanwhile {
   public:
    using Work = std::function<void(const Hand& hand)>;
    /// The hands must outlive it, and have one such thing at a time.
    Meanwhile(const Hands& hands, Work work);
    /// Waits for what has begun; what has not is left undone.
    ~Meanwhile();
    Meanwhile(const Meanwhile&) = delete;
    Meanwhile& operator=(const Meanwhile&) = delete;

    /// Comes back when it is done; throws what it threw.
    void finish();

   private:
    const Hands& hands_;
    Work work_;
    std::function<void()> helping_;
    bool is_done_ = false;
  };

 private:
  const ArticleDatabase& own_;
  Helper* helper_ = nullptr;
  const ArticleDatabase* helping_ = nullptr;
};

}  // namespace news

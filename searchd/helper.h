#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <thread>

namespace news {

/// A thread that does part of what a request does. A processor that has nothing to do takes its
/// time to begin (0.2 ms on a virtual machine, a tenth of a search), so a helper is called when a
/// request begins, and then listens without sleeping, for a while also after the request: another
/// may come, and the answer is sooner taken by a processor that is awake. It belongs to one thread
/// at a time.
class Helper {
 public:
  Helper();
  ~Helper();
  Helper(const Helper&) = delete;
  Helper& operator=(const Helper&) = delete;

  /// Begins to listen, if it does not.
  void call();

  /// Runs `own` here and `helping` in the helper, which need not begin with it before `own` is
  /// done. Comes back when neither is running; throws what one of them threw.
  void run(const std::function<void()>& own, const std::function<void()>& helping);

 private:
  enum class State { Away, Listening, Called, Working, Leaving };

  void live();
  bool listen();
  void work();
  void finish();

  std::atomic<State> state_ = State::Away;
  const std::function<void()>* helping_ = nullptr;  // what it is called for
  std::exception_ptr failure_;
  std::thread thread_;  // the last member: it uses the others
};

}  // namespace news

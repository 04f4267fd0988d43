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

  /// Gives it `work`, one at a time, for when it is free: between what run() gives it.
  void begin(const std::function<void()>& work);
  /// Takes that back: false if it has done it, for which this waits. Throws what it threw.
  bool take_back();

 private:
  /// What it is to do; or else the one who asked.
  class Task {
   public:
    void offer(const std::function<void()>& work);
    /// Does it if it is offered.
    bool do_offered();
    /// As Helper::take_back().
    bool take_back();
    void rethrow();

   private:
    enum class State { None, Offered, Taken };

    std::atomic<State> state_ = State::None;
    const std::function<void()>* work_ = nullptr;
    std::exception_ptr failure_;
  };
  enum class Presence { Away, Listening, Leaving };

  void live();
  void listen();
  bool do_offered();

  std::atomic<Presence> presence_ = Presence::Away;
  Task shared_;
  Task between_;
  std::thread thread_;  // the last member: it uses the others
};

}  // namespace news

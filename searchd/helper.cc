#include "searchd/helper.h"

#include <chrono>
#include <utility>

namespace news {

namespace {

// After so long without work it sleeps. Between two parts of a request that are shared there is
// mostly less.
constexpr std::chrono::microseconds patience(1'000);

}  // namespace

void Helper::Task::offer(const std::function<void()>& work) {
  work_ = &work;
  failure_ = nullptr;
  state_ = State::Offered;
}

bool Helper::Task::do_offered() {
  State offered = State::Offered;
  if (!state_.compare_exchange_strong(offered, State::Taken)) return false;
  try {
    (*work_)();
  } catch (...) {
    failure_ = std::current_exception();
  }
  state_ = State::None;
  return true;
}

bool Helper::Task::take_back() {
  State offered = State::Offered;
  if (state_.compare_exchange_strong(offered, State::None)) return true;
  while (state_ == State::Taken) std::this_thread::yield();
  return false;
}

void Helper::Task::rethrow() {
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

Helper::Helper() : thread_([this] { live(); }) {}

Helper::~Helper() {
  presence_ = Presence::Leaving;
  presence_.notify_one();
  thread_.join();
}

void Helper::call() {
  Presence away = Presence::Away;
  if (presence_.compare_exchange_strong(away, Presence::Listening)) presence_.notify_one();
}

void Helper::run(const std::function<void()>& own, const std::function<void()>& helping) {
  shared_.offer(helping);
  call();
  try {
    own();
  } catch (...) {
    shared_.take_back();
    throw;
  }
  shared_.take_back();
  shared_.rethrow();
}

void Helper::begin(const std::function<void()>& work) {
  between_.offer(work);
  call();
}

bool Helper::take_back() {
  if (between_.take_back()) return true;
  between_.rethrow();
  return false;
}

void Helper::live() {
  while (presence_ != Presence::Leaving) {
    listen();
    // What was offered before it was known to be away, nobody calls it for.
    if (!do_offered()) presence_.wait(Presence::Away);
  }
}

bool Helper::do_offered() { return shared_.do_offered() || between_.do_offered(); }

/// Until it has waited for long, or is to come no more.
void Helper::listen() {
  using Clock = std::chrono::steady_clock;
  Clock::time_point end = Clock::now() + patience;
  while (presence_ == Presence::Listening) {
    if (do_offered()) {
      end = Clock::now() + patience;
    } else if (Clock::now() > end) {
      Presence listening = Presence::Listening;
      presence_.compare_exchange_strong(listening, Presence::Away);
    } else {
      std::this_thread::yield();
    }
  }
}

}  // namespace news

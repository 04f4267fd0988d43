#include "searchd/helper.h"

#include <chrono>

namespace news {

namespace {

// After so long without work it sleeps. Between two parts of a request that are shared there is
// mostly less.
constexpr std::chrono::microseconds patience(1'000);

}  // namespace

Helper::Helper() : thread_([this] { live(); }) {}

Helper::~Helper() {
  state_ = State::Leaving;
  state_.notify_one();
  thread_.join();
}

void Helper::call() {
  State away = State::Away;
  if (state_.compare_exchange_strong(away, State::Listening)) state_.notify_one();
}

void Helper::run(const std::function<void()>& own, const std::function<void()>& helping) {
  helping_ = &helping;
  failure_ = nullptr;
  state_ = State::Called;
  state_.notify_one();
  try {
    own();
  } catch (...) {
    finish();
    throw;
  }
  finish();
  if (failure_) std::rethrow_exception(failure_);
}

/// What it has not begun with by now it need not do.
void Helper::finish() {
  State called = State::Called;
  if (state_.compare_exchange_strong(called, State::Listening)) return;
  while (state_ == State::Working) std::this_thread::yield();
}

void Helper::live() {
  do {
    state_.wait(State::Away);
  } while (listen());
}

/// Until it has waited for long; false if it is to come no more.
bool Helper::listen() {
  using Clock = std::chrono::steady_clock;
  for (Clock::time_point end = Clock::now() + patience;;) {
    State state = state_;
    if (state == State::Leaving) return false;
    if (state == State::Called && state_.compare_exchange_strong(state, State::Working)) {
      work();
      end = Clock::now() + patience;
    } else if (state == State::Listening && Clock::now() > end) {
      if (state_.compare_exchange_strong(state, State::Away)) return true;
    } else {
      std::this_thread::yield();
    }
  }
}

void Helper::work() {
  try {
    (*helping_)();
  } catch (...) {
    failure_ = std::current_exception();
  }
  state_ = State::Listening;
}

}  // namespace news

#include "searchd/follower.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

#include "common/error.h"

namespace news {

namespace {

// The newsroom is promised a second; looking costs under a millisecond.
constexpr std::chrono::milliseconds interval{150};

}  // namespace

Follower::Follower(IndexFolder index, std::size_t handles)
    : index_(std::move(index)),
      handles_(handles),
      snapshot_(std::make_shared<const Snapshot>(index_, handles_, system_now())),
      thread_([this](const std::stop_token& stop) { follow(stop); }) {}

Follower::~Follower() = default;

std::shared_ptr<const Snapshot> Follower::snapshot() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

std::uint64_t Follower::opened() const {
  const std::lock_guard lock(mutex_);
  return opened_;
}

std::string Follower::problem() const {
  const std::lock_guard lock(mutex_);
  return problem_;
}

std::shared_ptr<const Snapshot> Follower::open() {
  const std::shared_ptr<const Snapshot> earlier = snapshot();
  auto opened = std::make_shared<const Snapshot>(index_, handles_, system_now(), earlier.get());
  const std::lock_guard lock(mutex_);
  snapshot_ = opened;
  ++opened_;
  return opened;
}

std::shared_ptr<const Snapshot> Follower::newer_than(
    const std::shared_ptr<const Snapshot>& overtaken) {
  const std::lock_guard only_one(opening_);
  auto newest = snapshot();
  return newest != overtaken ? newest : open();
}

void Follower::look() {
  std::string problem;
  try {
    const std::lock_guard only_one(opening_);
    if (snapshot()->outdated(index_, system_now())) open();
  } catch (const Error& error) {
    problem = error.what();
  }
  const std::lock_guard lock(mutex_);
  if (problem != problem_) {
    if (problem.empty()) {
      spdlog::warn("the index can be read again");
    } else {
      spdlog::error("cannot follow the index: {}", problem);
    }
    problem_ = problem;
  }
}

void Follower::follow(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    look();
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, interval, [] { return false; });
  }
}

}  // namespace news

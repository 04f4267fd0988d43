#include "searchd/vocabulary_follower.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

#include "common/error.h"

namespace news {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto first_wait = 200ms;
// Of a larger archive it is not loaded in that time.
constexpr std::uint32_t worth_waiting = 50'000;
constexpr auto look_interval = 150ms;
// After a load that took a time, so many times as long nothing is loaded.
constexpr int rest = 50;
constexpr auto rest_after_failure = 10s;

}  // namespace

VocabularyFollower::VocabularyFollower(IndexFolder index, const Follower& follower)
    : index_(std::move(index)),
      follower_(follower),
      thread_([this](const std::stop_token& stop) { follow(stop); }) {
  if (follower_.snapshot()->columns().visible_count() > worth_waiting) return;
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, first_wait, [this] { return vocabulary_ != nullptr; });
}

VocabularyFollower::~VocabularyFollower() = default;

std::shared_ptr<const Vocabulary> VocabularyFollower::vocabulary() const {
  const std::lock_guard lock(mutex_);
  return vocabulary_;
}

std::uint64_t VocabularyFollower::loaded() const {
  const std::lock_guard lock(mutex_);
  return loaded_;
}

void VocabularyFollower::load(const std::shared_ptr<const Snapshot>& snapshot) {
  auto loaded = std::make_shared<const Vocabulary>(load_vocabulary(index_, *snapshot));
  spdlog::debug("loaded {} words and completions, {:.1f} MB", loaded->lexicon.size(),
                static_cast<double>(loaded->lexicon.bytes() + loaded->completions.bytes()) / 1e6);
  {
    const std::lock_guard lock(mutex_);
    vocabulary_ = std::move(loaded);
    ++loaded_;
  }
  changed_.notify_all();
}

void VocabularyFollower::follow(const std::stop_token& stop) {
  std::weak_ptr<const Snapshot> of;  // the snapshot that was loaded last; not kept alive
  std::string generation;
  Clock::time_point next = Clock::now();
  while (!stop.stop_requested()) {
    const std::shared_ptr<const Snapshot> snapshot = follower_.snapshot();
    const bool changed = of.owner_before(snapshot) || snapshot.owner_before(of);
    if (changed && (Clock::now() >= next || generation != snapshot->generation())) {
      const auto begin = Clock::now();
      of = snapshot;
      generation = snapshot->generation();
      try {
        load(snapshot);
        next = Clock::now() + rest * (Clock::now() - begin);
      } catch (const Error& error) {
        spdlog::warn("no completions and corrections of the newest articles: {}", error.what());
        of.reset();
        next = Clock::now() + rest_after_failure;
      }
    }
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, stop, look_interval, [] { return false; });
  }
}

}  // namespace news

#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include "common/index_folder.h"
#include "searchd/follower.h"
#include "searchd/vocabulary.h"

namespace news {

/// Keeps a vocabulary of the served index at hand. A thread of its own loads it and, as that takes
/// seconds for a large archive, loads it again rarely: at once for another generation, else so that
/// it works a fiftieth of the time. May be used by several threads.
class VocabularyFollower {
 public:
  /// Waits a fifth of a second for the first one, so that of a small archive it is there from the
  /// beginning. `follower` must outlive this.
  VocabularyFollower(IndexFolder index, const Follower& follower);
  ~VocabularyFollower();

  /// The latest one; nothing if the first has not been loaded yet.
  std::shared_ptr<const Vocabulary> vocabulary() const;
  /// How many were loaded: another number, another vocabulary.
  std::uint64_t loaded() const;

 private:
  void follow(const std::stop_token& stop);
  void load(const std::shared_ptr<const Snapshot>& snapshot);

  IndexFolder index_;
  const Follower& follower_;
  mutable std::mutex mutex_;  // guards what follows
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::uint64_t loaded_ = 0;
  std::condition_variable_any changed_;
  std::jthread thread_;
};

}  // namespace news

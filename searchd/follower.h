#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "common/index_folder.h"
#include "searchd/snapshot.h"

namespace news {

/// Keeps the newest snapshot of an index at hand: a thread of its own looks for commits,
/// generation switches and ended embargoes several times a second, opens what is new beside what
/// is served, and swaps. May be used by several threads.
class Follower {
 public:
  /// Opens the first snapshot. Throws Error.
  Follower(IndexFolder index, std::size_t handles);
  ~Follower();

  std::shared_ptr<const Snapshot> snapshot() const;
  /// How many snapshots were opened: another number, another snapshot.
  std::uint64_t opened() const;

  /// Called with a snapshot that a writer has overtaken: gives a newer one, opened now if need be.
  /// Throws Error.
  std::shared_ptr<const Snapshot> newer_than(const std::shared_ptr<const Snapshot>& overtaken);

  /// Why the newest revision could not be opened when last looked at; empty if it could.
  std::string problem() const;

 private:
  void follow(const std::stop_token& stop);
  void look();
  std::shared_ptr<const Snapshot> open();

  IndexFolder index_;
  std::size_t handles_;
  std::mutex opening_;        // held while a snapshot is opened, so that only one is
  mutable std::mutex mutex_;  // guards what follows
  std::shared_ptr<const Snapshot> snapshot_;
  std::uint64_t opened_ = 1;
  std::string problem_;
  std::condition_variable_any wake_;
  std::jthread thread_;
};

}  // namespace news

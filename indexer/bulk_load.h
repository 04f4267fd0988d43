#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/text_codec.h"
#include "indexer/bulk_archive.h"
#include "indexer/stories.h"

namespace news {

/// Builds a base of new articles: several threads turn batches of them into small ones, which are
/// merged in the end.
///
/// Articles come from one thread and keep their order; so do stories, which are the same as if the
/// articles had been written one after another. What a thread throws comes out of the next add() or
/// of finish(). Memory: a batch is some 8 MB of text and takes twenty times that in each thread.
class BulkLoad {
 public:
  /// `parts` is a folder for the small bases, which is made and, in the end, removed.
  BulkLoad(std::filesystem::path parts, const TimeZone& zone);
  /// Leaves what is in work; nothing remains of it but files in `parts`.
  ~BulkLoad();
  BulkLoad(const BulkLoad&) = delete;
  BulkLoad& operator=(const BulkLoad&) = delete;

  enum class Taken {
    New,       ///< It gets the next number, beginning with 1.
    Same,      ///< An article with its id was added before, in the same words.
    Different  ///< One with its id was, in other words.
  };
  /// `source` is the digest of its file; empty for none. An article whose id was there before is
  /// kept for later: see take_repeated().
  Taken add(Article article, const std::string& source);

  /// An article as it was added, with its source.
  using Repeated = std::pair<Article, std::string>;
  /// Those whose id was there before, in their order; they are in memory.
  std::vector<Repeated> take_repeated() { return std::move(repeated_); }
  std::size_t repeated() const { return repeated_.size(); }

  /// Writes what was added as one base at `path`, where nothing is. `stories` goes on with what
  /// is to be settled. Throws what Xapian throws. Nothing may be added afterwards.
  void finish(const std::filesystem::path& path, Stories& stories);

  std::size_t articles() const { return contents_.size(); }

 private:
  void start();
  void hand_over();
  void work(const std::stop_token& stop);
  std::shared_ptr<Batch> next(const std::stop_token& stop);
  void take(const std::shared_ptr<Batch>& batch, class DocumentBuilder& builder);
  void find_stories(const std::shared_ptr<Batch>& batch);
  void rethrow();
  std::vector<std::filesystem::path> paths() const;

  std::filesystem::path parts_;
  TimeZone zone_;

  // Of the thread that adds.
  std::shared_ptr<Batch> filling_;
  std::size_t text_bytes_ = 0;                                 // of the batch that is filled
  std::unordered_map<std::uint64_t, std::uint64_t> contents_;  // hashes of ids and of articles
  std::vector<Repeated> repeated_;
  std::shared_ptr<const TextCodec> codec_;  // from the first batch on

  std::mutex mutex_;  // guards all that follows
  std::condition_variable_any changed_;
  std::deque<std::shared_ptr<Batch>> waiting_;
  bool is_complete_ = false;    // nothing more will be handed over
  Xapian::docid turn_ = 1;      // the first number of the batch whose stories are looked for next
  std::exception_ptr failure_;  // the first

  std::mutex archive_mutex_;  // guards these two
  BulkArchive archive_;
  Stories stories_;

  std::vector<std::jthread> threads_;  // the last member: they end before all else
};

}  // namespace news

#pragma once

#include <xapian.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/posting_file.h"
#include "searchd/article_lengths.h"
#include "searchd/postings.h"

namespace news {

/// The postings of one part of an index, as long as that does not change: from the file of a base,
/// or in memory, those that are asked for most. For any number of threads.
class PartPostings {
 public:
  /// Where there is no file, what is so short is read each time.
  static constexpr Xapian::doccount few = 2'000;
  static constexpr std::size_t default_bytes = std::size_t{8} << 20;

  /// What is kept in memory takes `most_bytes` at most.
  explicit PartPostings(std::size_t most_bytes = default_bytes) : most_bytes_(most_bytes) {}
  explicit PartPostings(std::shared_ptr<const PostingFile> file) : file_(std::move(file)) {}

  /// All postings of a term, as long as this; nullptr where there is no file, and they are many and
  /// asked for the first time, or less than those that are kept: then it takes less time to look
  /// only where a query needs them. Throws what Xapian throws.
  std::shared_ptr<const Postings> find(const std::string& term, const Xapian::Database& part);
  /// How long its articles are, where `average` is one; nullptr the first times where these are
  /// many and there is no file, so that the first answers do not wait for them. Throws what Xapian
  /// throws.
  const ArticleLengths* lengths(const Xapian::Database& part, double average);

 private:
  struct Kept {
    std::string term;
    std::shared_ptr<const Postings> postings;
  };
  using Order = std::list<Kept>;  // what was asked for last stands first

  std::uint32_t ask(const std::string& term);
  bool make_room(std::size_t bytes, std::uint32_t asked);
  void keep(const std::string& term, std::shared_ptr<const Postings> postings);
  void forget_last();

  std::shared_ptr<const PostingFile> file_;  // nullptr: there is none
  const std::size_t most_bytes_ = default_bytes;
  std::once_flag lengths_read_;
  std::optional<ArticleLengths> lengths_;
  std::atomic<unsigned> lengths_asked_ = 0;

  std::mutex mutex_;  // guards all that follows
  std::size_t bytes_ = 0;
  Order order_;
  std::unordered_map<std::string, Order::iterator> by_term_;
  std::unordered_map<std::string, std::uint32_t> asked_;  // how often, lately
  std::size_t asked_in_all_ = 0;
};

}  // namespace news

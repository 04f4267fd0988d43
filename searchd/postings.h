#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>

#include "common/posting_list.h"

namespace news {

/// The postings of a term in one part of an index, in memory. Never changes, so any number of
/// threads may read it.
class Postings {
 public:
  /// Throws what Xapian throws.
  Postings(const Xapian::Database& part, const std::string& term);
  explicit Postings(PostingPacker packed);
  /// Of a file that outlives this.
  explicit Postings(const PostingList& list) : list_(list) {}
  Postings(const Postings&) = delete;
  Postings& operator=(const Postings&) = delete;

  const PostingList& list() const { return list_; }
  std::size_t size() const { return list_.size; }
  /// Of memory.
  std::size_t bytes() const { return sizeof(*this) + packed_.memory(); }

 private:
  PostingPacker packed_;
  PostingList list_;
};

}  // namespace news

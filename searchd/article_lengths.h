#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <vector>

#include "common/large_pages.h"

namespace news {

/// How long the articles of one part of an index are, four bytes each.
class ArticleLengths {
 public:
  /// Takes some 60 ns an article. Throws what Xapian throws.
  ArticleLengths(const Xapian::Database& part, double average);
  /// In terms, by number from 0 on.
  ArticleLengths(std::span<const std::uint32_t> lengths, double average);

  /// Whether it is one of this part, or comes before.
  bool has(Xapian::docid id) const { return id < first_ + lengths_.size(); }
  /// In averages. `id` is that of an article there is.
  double of(Xapian::docid id) const { return lengths_[id - first_]; }

 private:
  Xapian::docid first_ = 0;
  LargeVector<float> lengths_;  // by number
};

}  // namespace news

#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>

#include "searchd/columns.h"

namespace news {

/// How much the age of an article counts by relevance.
struct Recency {
  static constexpr double default_half_life = 30;

  double half_life = 0;  ///< Days in which what is added for newness halves; 0: nothing is added.
  Instant now = 0;
};

/// Adds to the weight of each article `most` * 2 ^ (-age / half-life), its age in days being that
/// of its day of publication; nothing where undated, `most` where the day is still to come. A
/// bounded sum keeps the ranking's pruning: what is too old and too poor is passed over unread.
/// For one thread; `columns` must outlive it.
class RecencySource : public Xapian::PostingSource {
 public:
  RecencySource(const Columns& columns, const Recency& recency, double most);

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return columns_.end() - 1; }
  Xapian::doccount get_termfreq_max() const override { return columns_.end() - 1; }
  Xapian::docid get_docid() const override { return id_; }
  double get_weight() const override;
  void next(double) override { ++id_; }
  void skip_to(Xapian::docid id, double) override { id_ = std::max(id_, id); }
  bool at_end() const override { return id_ >= columns_.end(); }
  void init(const Xapian::Database&) override { id_ = 0; }
  /// For each part of the database.
  RecencySource* clone() const override {
    return new RecencySource(columns_, half_life_, today_, most_);
  }

 private:
  RecencySource(const Columns& columns, double half_life, std::int32_t today, double most);

  const Columns& columns_;
  double half_life_;
  double most_;
  std::int32_t today_;
  Xapian::docid id_ = 0;
};

}  // namespace news

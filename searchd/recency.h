#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "searchd/columns.h"

namespace news {

/// How much the age of an article counts by relevance.
struct Recency {
  static constexpr double default_half_life = 30;

  double half_life = 0;  ///< Days in which what is added for newness halves; 0: nothing is added.
  Instant now = 0;
};

/// Adds to the weight of each article `most` * 2 ^ (-age / half-life), its age in days being that
/// of its day of publication; nothing where undated or older than 20 half-lives, of which a
/// millionth is left; `most` where the day is still to come. A bounded sum keeps the ranking's
/// pruning: what is too old and too poor is passed over unread. For one thread; `columns` must
/// outlive it.
class RecencySource : public Xapian::PostingSource {
 public:
  RecencySource(const Columns& columns, const Recency& recency, double most);

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return columns_.end() - 1; }
  Xapian::doccount get_termfreq_max() const override { return columns_.end() - 1; }
  Xapian::docid get_docid() const override { return id_; }
  double get_weight() const override { return weight(id_); }
  /// What it adds to that of an article.
  double weight(Xapian::docid id) const;
  /// At least what it adds to that of an article, sooner told.
  double most(Xapian::docid id) const { return weight_of_day(columns_.newest_near(id)); }
  void next(double) override { ++id_; }
  void skip_to(Xapian::docid id, double) override { id_ = std::max(id_, id); }
  bool at_end() const override { return id_ >= columns_.end(); }
  void init(const Xapian::Database&) override { id_ = 0; }
  /// For each part of the database.
  RecencySource* clone() const override { return new RecencySource(columns_, today_, weights_); }

 private:
  using Weights = std::shared_ptr<const std::vector<double>>;

  RecencySource(const Columns& columns, std::int32_t today, Weights weights);
  double weight_of_day(std::int32_t day) const;

  const Columns& columns_;
  std::int32_t today_;
  Weights weights_;  // by age in days; what is older gets nothing
  Xapian::docid id_ = 0;
};

}  // namespace news

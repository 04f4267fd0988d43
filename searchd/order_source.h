#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/word_order.h"

namespace news {

/// The articles in which some words stand in a row, or near each other. It only tells these from
/// other articles that have all of the words, so it filters a query for these:
/// `Query(OP_FILTER, Query(OP_AND, terms), Query(source))`. Gives no weight. For one thread.
class OrderSource : public Xapian::PostingSource {
 public:
  /// The stems of the words; `window` is in how many words all of them stand, 0 for those in a row.
  OrderSource(std::vector<std::string> stems, OrderField field, Xapian::termpos window);
  /// Serialised queries that have such a source are read by it.
  static const Xapian::Registry& registry();

  Xapian::doccount get_termfreq_min() const override { return 0; }
  /// The most, so that Xapian asks for this last, after the words themselves.
  Xapian::doccount get_termfreq_est() const override { return articles_; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }
  Xapian::docid get_docid() const override { return id_; }
  void next(double) override { skip_to(id_ + 1, 0); }
  void skip_to(Xapian::docid id, double) override;
  bool check(Xapian::docid id, double) override;
  bool at_end() const override { return id_ > last_; }
  void init(const Xapian::Database& part) override;
  OrderSource* clone() const override { return new OrderSource(stems_, field_, window_); }
  std::string name() const override { return "news::OrderSource"; }
  std::string serialise() const override;
  OrderSource* unserialise(const std::string& serialised) const override;
  /// `in a row`, `within 5 words`.
  std::string get_description() const override;

 private:
  bool is_in_order() const;

  std::vector<std::string> stems_;
  OrderField field_;
  Xapian::termpos window_;
  std::vector<OrderedTerm> terms_;
  Xapian::ValueIterator orders_, end_;
  Xapian::docid id_ = 0;
  Xapian::docid last_ = 0;
  Xapian::doccount articles_ = 0;
};

}  // namespace news

#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/order_file.h"
#include "common/word_order.h"

namespace news {

/// The articles in which some words stand in a row, or near each other. It only tells these from
/// other articles that have all of the words, so it filters a query for these:
/// `Query(OP_FILTER, Query(OP_AND, terms), Query(source))`. Gives no weight. For one thread.
class OrderSource : public Xapian::PostingSource {
 public:
  /// The stems of the words; `window` is in how many words all of them stand, 0 for those in a row.
  /// What `orders` does not know is a value of the documents; nullptr: of all of them.
  OrderSource(std::vector<std::string> stems, OrderField field, Xapian::termpos window,
              std::shared_ptr<const OrderFile> orders);

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
  OrderSource* clone() const override { return new OrderSource(stems_, field_, window_, orders_); }
  std::string name() const override { return "news::OrderSource"; }
  /// `in a row`, `within 5 words`.
  std::string get_description() const override;

 private:
  std::string question() const;
  std::string_view order_of_id();
  bool is_in_order();

  std::vector<std::string> stems_;
  OrderField field_;
  Xapian::termpos window_;
  std::shared_ptr<const OrderFile> orders_;
  std::optional<OrderFile::Reader> reader_;  // of these
  std::shared_ptr<OrderVerdicts> verdicts_;
  std::vector<OrderedTerm> terms_;
  Xapian::ValueIterator values_, end_;
  std::string value_;
  Xapian::docid id_ = 0;
  Xapian::docid last_ = 0;
  Xapian::doccount articles_ = 0;
};

}  // namespace news

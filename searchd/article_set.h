#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <vector>

namespace news {

/// Some articles, to filter a query by: where they are few, only these are looked at, however many
/// have its words. Gives no weight. For one thread.
class ArticleSet : public Xapian::PostingSource {
 public:
  /// Their numbers, ascending.
  explicit ArticleSet(std::vector<Xapian::docid> ids)
      : ArticleSet(std::make_shared<const std::vector<Xapian::docid>>(std::move(ids))) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override {
    return static_cast<Xapian::doccount>(ids_->size());
  }
  Xapian::docid get_docid() const override { return (*ids_)[at_ - 1]; }
  void next(double) override { ++at_; }
  void skip_to(Xapian::docid id, double) override;
  bool at_end() const override { return at_ > ids_->size(); }
  void init(const Xapian::Database&) override { at_ = 0; }
  /// For each part of the database.
  ArticleSet* clone() const override { return new ArticleSet(ids_); }

 private:
  using Ids = std::shared_ptr<const std::vector<Xapian::docid>>;

  explicit ArticleSet(Ids ids) : ids_(std::move(ids)) {}

  Ids ids_;
  std::size_t at_ = 0;  // counts from 1; 0: before the first
};

}  // namespace news

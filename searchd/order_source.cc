#include "searchd/order_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/schema.h"

namespace news {

OrderSource::OrderSource(std::vector<std::string> stems, OrderField field, Xapian::termpos window,
                         std::shared_ptr<const OrderFile> orders)
    : stems_(std::move(stems)),
      field_(field),
      window_(window),
      orders_(std::move(orders)),
      terms_(stems_.begin(), stems_.end()) {}

void OrderSource::init(const Xapian::Database& part) {
  values_ = part.valuestream_begin(schema::order_slot);
  end_ = part.valuestream_end(schema::order_slot);
  id_ = 0;
  last_ = part.get_lastdocid();
  articles_ = part.get_doccount();
  if (!orders_) return;
  reader_.emplace(*orders_);
  verdicts_ = orders_->verdicts(question());
}

std::string_view OrderSource::order_of_id() {
  if (orders_ && id_ <= orders_->size()) return reader_->read(id_);
  if (values_ != end_) values_.skip_to(id_);
  if (values_ == end_ || values_.get_docid() != id_) return {};
  return value_ = *values_;
}

bool OrderSource::is_in_order() {
  const WordOrder order(order_of_id());
  return window_ == 0 ? order.has_phrase(terms_, field_) : order.has_near(terms_, field_, window_);
}

bool OrderSource::check(Xapian::docid id, double) {
  id_ = id;
  if (!orders_ || id > orders_->size()) return is_in_order();
  if (const std::optional<bool> known = verdicts_->of(id)) return *known;
  const bool verdict = is_in_order();
  verdicts_->set(id, verdict);
  return verdict;
}

void OrderSource::skip_to(Xapian::docid id, double) {
  id_ = std::max(id, id_);
  while (id_ <= last_ && !check(id_, 0)) ++id_;
}

/// What tells it from others of the same file.
std::string OrderSource::question() const {
  std::vector<std::string> parts{std::to_string(static_cast<unsigned>(field_)),
                                 std::to_string(window_)};
  parts.insert(parts.end(), stems_.begin(), stems_.end());
  return schema::pack(parts);
}

std::string OrderSource::get_description() const {
  return window_ == 0 ? "in a row" : fmt::format("within {} words", window_);
}

}  // namespace news

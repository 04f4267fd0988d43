#include "searchd/order_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/schema.h"

namespace news {

OrderSource::OrderSource(std::vector<std::string> stems, OrderField field, Xapian::termpos window)
    : stems_(std::move(stems)),
      field_(field),
      window_(window),
      terms_(stems_.begin(), stems_.end()) {}

const Xapian::Registry& OrderSource::registry() {
  static const Xapian::Registry registry = [] {
    Xapian::Registry with_it;
    with_it.register_posting_source(OrderSource({}, OrderField::Text, 0));
    return with_it;
  }();
  return registry;
}

void OrderSource::init(const Xapian::Database& part) {
  orders_ = part.valuestream_begin(schema::order_slot);
  end_ = part.valuestream_end(schema::order_slot);
  id_ = 0;
  last_ = part.get_lastdocid();
  articles_ = part.get_doccount();
}

bool OrderSource::is_in_order() const {
  if (orders_ == end_ || orders_.get_docid() != id_) return false;
  const std::string packed = *orders_;
  const WordOrder order(packed);
  return window_ == 0 ? order.has_phrase(terms_, field_) : order.has_near(terms_, field_, window_);
}

bool OrderSource::check(Xapian::docid id, double) {
  id_ = id;
  if (orders_ != end_) orders_.skip_to(id);
  return is_in_order();
}

void OrderSource::skip_to(Xapian::docid id, double) {
  id_ = std::max(id, id_);
  if (orders_ != end_) orders_.skip_to(id_);
  for (; orders_ != end_; ++orders_) {
    id_ = orders_.get_docid();
    if (is_in_order()) return;
  }
  id_ = last_ + 1;
}

std::string OrderSource::serialise() const {
  std::vector<std::string> parts{std::to_string(static_cast<unsigned>(field_)),
                                 std::to_string(window_)};
  parts.insert(parts.end(), stems_.begin(), stems_.end());
  return schema::pack(parts);
}

OrderSource* OrderSource::unserialise(const std::string& serialised) const {
  const std::vector<std::string> parts = schema::unpack(serialised);
  return new OrderSource({parts.begin() + 2, parts.end()},
                         static_cast<OrderField>(std::stoul(parts.at(0))),
                         static_cast<Xapian::termpos>(std::stoul(parts.at(1))));
}

std::string OrderSource::get_description() const {
  return window_ == 0 ? "in a row" : fmt::format("within {} words", window_);
}

}  // namespace news

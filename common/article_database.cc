#include "common/article_database.h"

#include <algorithm>
#include <utility>

#include "common/schema.h"

namespace news {

ArticleDatabase::ArticleDatabase(Xapian::Database recent)
    : parts_{std::move(recent)}, both_(parts_.front()) {}

ArticleDatabase::ArticleDatabase(Xapian::Database base, Xapian::Database recent, BaseFiles files)
    : parts_{std::move(base), std::move(recent)}, files_(std::move(files)) {
  for (const Xapian::Database& part : parts_) both_.add_database(part);
  last_of_base_ = parts_.front().get_lastdocid();
  read_gone();
}

void ArticleDatabase::read_gone() {
  for (const Xapian::docid number : schema::unpack_numbers(metadata(schema::gone_key))) {
    if (number <= last_of_base_) set_gone(number);
  }
}

std::string ArticleDatabase::metadata(std::string_view key) const {
  return recent().get_metadata(std::string(key));
}

Xapian::docid ArticleDatabase::last_number() const {
  return std::max(last_of_base_, recent().get_lastdocid());
}

std::vector<Xapian::docid> ArticleDatabase::with_term(const std::string& term,
                                                      std::size_t most) const {
  std::vector<Xapian::docid> numbers;
  for (const Xapian::Database& part : parts_) {
    const auto end = part.postlist_end(term);
    for (auto i = part.postlist_begin(term); i != end && numbers.size() < most; ++i) {
      if (!is_gone(*i)) numbers.push_back(*i);
    }
  }
  return numbers;
}

std::size_t ArticleDatabase::count_with_term(const std::string& term) const {
  return gone_count_ == 0 ? both_.get_termfreq(term) : with_term(term).size();
}

std::optional<Xapian::docid> ArticleDatabase::first_with_term(const std::string& term) const {
  const std::vector<Xapian::docid> numbers = with_term(term, 1);
  return numbers.empty() ? std::nullopt : std::optional(numbers.front());
}

std::string ArticleDatabase::order(Xapian::docid number) const {
  if (files_.orders && number <= files_.orders->size()) {
    std::string order;
    files_.orders->read(number, order);
    return order;
  }
  return document(number).get_value(schema::order_slot);
}

Xapian::Document ArticleDatabase::whole_document(Xapian::docid number) const {
  Xapian::Document whole = document(number);
  whole.add_value(schema::order_slot, order(number));
  return whole;
}

bool ArticleDatabase::set_gone(Xapian::docid number) {
  if (gone_.empty()) gone_.resize(last_of_base_ + std::size_t{1});
  if (gone_[number]) return false;
  gone_[number] = true;
  ++gone_count_;
  return true;
}

std::string ArticleDatabase::packed_gone() const {
  std::vector<Xapian::docid> numbers;
  for (Xapian::docid number = 1; number < gone_.size(); ++number) {
    if (gone_[number]) numbers.push_back(number);
  }
  return schema::pack_numbers(numbers);
}

}  // namespace news

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

/// Whether the postings of a term in a part are in a file beside its tables.
bool ArticleDatabase::is_in_files(std::size_t part, std::string_view term) const {
  return part == 0 && files_.postings && !term.empty() && !schema::is_identity(term);
}

TermCursor ArticleDatabase::postings(std::size_t part, const std::string& term) const {
  return is_in_files(part, term) ? TermCursor(files_.postings->find(term))
                                 : TermCursor(parts_[part], term);
}

Xapian::doccount ArticleDatabase::frequency(const std::string& term) const {
  if (!is_in_files(0, term)) return both_.get_termfreq(term);
  return files_.postings->frequency(term) + recent().get_termfreq(term);
}

Xapian::termcount ArticleDatabase::length(Xapian::docid number) const {
  if (number > last_of_base_ || !files_.postings) return both_.get_doclength(place_of(number));
  return files_.postings->lengths()[number];
}

double ArticleDatabase::average_length() const {
  const Xapian::doccount of_base = parts_.front().get_doccount();
  const double average = files_.postings && of_base > 0
                             ? static_cast<double>(files_.postings->total_length()) / of_base
                             : recent().get_avlength();
  return std::max(average, 1.0);
}

std::vector<Xapian::docid> ArticleDatabase::with_term(const std::string& term,
                                                      std::size_t most) const {
  std::vector<Xapian::docid> numbers;
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    for (TermCursor i = postings(part, term); !i.at_end() && numbers.size() < most; i.next()) {
      if (!is_gone(i.id())) numbers.push_back(i.id());
    }
  }
  return numbers;
}

std::size_t ArticleDatabase::count_with_term(const std::string& term) const {
  return gone_count_ == 0 ? frequency(term) : with_term(term).size();
}

std::optional<Xapian::docid> ArticleDatabase::first_with_term(const std::string& term) const {
  const std::vector<Xapian::docid> numbers = with_term(term, 1);
  return numbers.empty() ? std::nullopt : std::optional(numbers.front());
}

std::string ArticleDatabase::article(Xapian::docid number) const {
  if (number > last_of_base_ || !files_.articles) return document(number).get_data();
  return files_.articles->read(number);
}

std::string ArticleDatabase::order(Xapian::docid number) const {
  if (files_.orders && number <= files_.orders->size()) {
    std::string order;
    files_.orders->read(number, order);
    return order;
  }
  return document(number).get_value(schema::order_slot);
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

#include "searchd/part_postings.h"

#include <utility>

#include "common/schema.h"

namespace news {

namespace {

// After so many questions what was asked counts half, and what was asked once is forgotten.
constexpr std::size_t remembered = 20'000;

// The lengths of so many articles are read in three milliseconds, those of more once there have
// been so many questions.
constexpr Xapian::doccount few_lengths = 50'000;
constexpr unsigned patient = 10;

}  // namespace

const ArticleLengths* PartPostings::lengths(const Xapian::Database& part, double average) {
  if (file_) {
    std::call_once(lengths_read_, [&] { lengths_.emplace(file_->lengths(), average); });
    return &*lengths_;
  }
  if (lengths_asked_++ < patient && part.get_doccount() > few_lengths) return nullptr;
  std::call_once(lengths_read_, [&] { lengths_.emplace(part, average); });
  return &*lengths_;
}

/// How often it has been asked for lately, this time included.
std::uint32_t PartPostings::ask(const std::string& term) {
  if (++asked_in_all_ >= remembered) {
    asked_in_all_ = 0;
    for (auto& [known, often] : asked_) often /= 2;
    std::erase_if(asked_, [](const auto& one) { return one.second == 0; });
  }
  return ++asked_[term];
}

void PartPostings::forget_last() {
  bytes_ -= order_.back().postings->bytes();
  by_term_.erase(order_.back().term);
  order_.pop_back();
}

/// Whether there is room, if need be in place of what was asked for longest ago and less often: so
/// a long row of words that come in turns does not drive out each other (TinyLFU, Einziger et al.
/// 2017).
bool PartPostings::make_room(std::size_t bytes, std::uint32_t asked) {
  while (bytes_ + bytes > most_bytes_ && !order_.empty()) {
    const auto often = asked_.find(order_.back().term);
    if (often != asked_.end() && often->second >= asked) return false;
    forget_last();
  }
  return bytes_ + bytes <= most_bytes_;
}

void PartPostings::keep(const std::string& term, std::shared_ptr<const Postings> postings) {
  const auto [known, is_new] = by_term_.try_emplace(term, order_.end());
  if (!is_new) return;
  bytes_ += postings->bytes();
  order_.push_front({term, std::move(postings)});
  known->second = order_.begin();
}

std::shared_ptr<const Postings> PartPostings::find(const std::string& term,
                                                   const Xapian::Database& part) {
  if (file_ && !schema::is_identity(term)) {
    return std::make_shared<const Postings>(file_->find(term));
  }
  const Xapian::doccount frequency = part.get_termfreq(term);
  if (frequency <= few) return std::make_shared<const Postings>(part, term);
  std::uint32_t asked = 0;
  {
    const std::lock_guard lock(mutex_);
    asked = ask(term);
    const auto known = by_term_.find(term);
    if (known != by_term_.end()) {
      order_.splice(order_.begin(), order_, known->second);
      return known->second->postings;
    }
    // A posting takes a quarter of a byte at least.
    if (asked < 2 || !make_room(frequency / 4, asked)) return nullptr;
  }
  auto postings = std::make_shared<const Postings>(part, term);
  const std::lock_guard lock(mutex_);
  if (make_room(postings->bytes(), asked)) keep(term, postings);
  return postings;
}

}  // namespace news

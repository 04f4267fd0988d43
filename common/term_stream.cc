#include "common/term_stream.h"

#include <algorithm>
#include <utility>

namespace news {

TermStream::TermStream(const ArticleDatabase& database, std::string prefix, std::string_view first)
    : prefix_(std::move(prefix)) {
  if (database.files().postings) open(*database.files().postings, first);
  open(database.recent(), first);
  read();
}

TermStream::TermStream(const PostingFile& base, std::string prefix) : prefix_(std::move(prefix)) {
  open(base, {});
  read();
}

TermStream::TermStream(const Xapian::Database& recent, std::string prefix)
    : prefix_(std::move(prefix)) {
  open(recent, {});
  read();
}

void TermStream::open(const PostingFile& base, std::string_view first) {
  base_.emplace(base.terms());
  base_->seek(std::max(std::string_view(prefix_), first));
}

void TermStream::open(const Xapian::Database& recent, std::string_view first) {
  recent_ = recent.allterms_begin(prefix_);
  recent_end_ = recent.allterms_end(prefix_);
  if (recent_ != recent_end_ && !first.empty()) recent_.skip_to(std::string(first));
}

bool TermStream::has_base() const {
  return base_ && !base_->at_end() && base_->term().starts_with(prefix_);
}

bool TermStream::has_recent() const { return recent_ != recent_end_; }

void TermStream::read() {
  frequency_ = 0;
  if (has_base()) term_ = base_->term();
  if (has_recent() && (!has_base() || *recent_ < term_)) term_ = *recent_;
  if (has_base() && base_->term() == term_) frequency_ += base_->entry().frequency;
  if (has_recent() && *recent_ == term_) frequency_ += recent_.get_termfreq();
}

void TermStream::next() {
  const bool of_recent = has_recent() && *recent_ == term_;
  if (has_base() && base_->term() == term_) base_->next();
  if (of_recent) ++recent_;
  read();
}

}  // namespace news

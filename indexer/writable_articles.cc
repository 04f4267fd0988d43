#include "indexer/writable_articles.h"

#include <filesystem>

#include "common/schema.h"

namespace news {

WritableArticles WritableArticles::open(const IndexFolder& index, const std::string& generation) {
  const Xapian::WritableDatabase recent(index.recent(generation).string(),
                                        Xapian::DB_CREATE_OR_OPEN);
  if (!index.has_base(generation)) return WritableArticles(recent);
  const std::filesystem::path base = index.base(generation);
  return {Xapian::Database(base.string()), recent, BaseFiles::open(base)};
}

Xapian::docid WritableArticles::make_way(Xapian::docid number) {
  if (number > last_of_base()) return number;
  gone_changed_ = set_gone(number) || gone_changed_;
  return moved_[number] = new_number();
}

Xapian::docid WritableArticles::now(Xapian::docid number) const {
  const auto moved = moved_.find(number);
  return moved == moved_.end() ? number : moved->second;
}

void WritableArticles::remove(Xapian::docid number) {
  if (number > last_of_base()) {
    recent_.delete_document(number);
  } else {
    gone_changed_ = set_gone(number) || gone_changed_;
  }
}

void WritableArticles::set_metadata(std::string_view key, const std::string& value) {
  recent_.set_metadata(std::string(key), value);
}

void WritableArticles::begin() {
  if (in_transaction_) return;
  recent_.begin_transaction(true);
  in_transaction_ = true;
}

void WritableArticles::commit() {
  if (gone_changed_) set_metadata(schema::gone_key, packed_gone());
  in_transaction_ = false;  // even if this fails
  recent_.commit_transaction();
  gone_changed_ = false;
}

void WritableArticles::cancel() {
  if (!in_transaction_) recent_.begin_transaction(false);
  recent_.cancel_transaction();
  recent_.close();
}

}  // namespace news

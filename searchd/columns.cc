#include "searchd/columns.h"

#include <algorithm>

#include "common/analysis/analyzer.h"

namespace news {

std::optional<std::uint32_t> FacetColumn::find(std::string_view value) const {
  const auto found = by_key_.find(fold_key(value));
  if (found == by_key_.end()) return std::nullopt;
  return found->second;
}

std::uint32_t FacetColumn::ordinal(const std::string& value) {
  const auto known = by_value_.find(value);
  if (known != by_value_.end()) return known->second;
  const auto next = static_cast<std::uint32_t>(labels_.size());
  const auto [entry, is_new] = by_key_.try_emplace(fold_key(value), next);
  if (is_new) labels_.push_back(value);
  by_value_.emplace(value, entry->second);
  return entry->second;
}

void FacetColumn::load(const Xapian::Database& database, Xapian::valueno slot) {
  const Xapian::docid last = database.get_lastdocid();
  offsets_.assign(last + 2, 0);
  Xapian::docid filled = 0;  // offsets_ is right up to and with this article
  const auto stream_end = database.valuestream_end(slot);
  for (auto entry = database.valuestream_begin(slot); entry != stream_end; ++entry) {
    const Xapian::docid id = entry.get_docid();
    std::fill(offsets_.begin() + filled + 1, offsets_.begin() + id + 1,
              static_cast<std::uint32_t>(ordinals_.size()));
    filled = id;
    for (const std::string& value : schema::unpack(*entry)) ordinals_.push_back(ordinal(value));
  }
  std::fill(offsets_.begin() + filled + 1, offsets_.end(),
            static_cast<std::uint32_t>(ordinals_.size()));
  by_value_ = {};
}

Columns Columns::load(const Xapian::Database& database, Instant now) {
  Columns columns;
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    columns.facets_[i].load(database, schema::facets[i].slot);
  }
  columns.stories_ = StoryColumn::load(database);
  columns.load_visible(database, now);
  columns.load_dates(database);
  return columns;
}

void Columns::load_visible(const Xapian::Database& database, Instant now) {
  visible_.assign(database.get_lastdocid() + 1, 0);
  const auto all_end = database.postlist_end(std::string());
  for (auto id = database.postlist_begin(std::string()); id != all_end; ++id) visible_[*id] = 1;
  visible_count_ = database.get_doccount();

  const auto embargo_end = database.valuestream_end(schema::embargo_slot);
  for (auto embargo = database.valuestream_begin(schema::embargo_slot); embargo != embargo_end;
       ++embargo) {
    const Instant until = schema::decode(*embargo);
    if (until <= now) continue;
    visible_[embargo.get_docid()] = 0;
    --visible_count_;
    valid_until_ = std::min(valid_until_.value_or(until), until);
  }
}

void Columns::load_dates(const Xapian::Database& database) {
  days_.assign(visible_.size(), undated);
  published_.assign(visible_.size(), 0);
  const auto published_end = database.valuestream_end(schema::published_slot);
  for (auto entry = database.valuestream_begin(schema::published_slot); entry != published_end;
       ++entry) {
    published_[entry.get_docid()] = schema::decode(*entry);
  }
  const auto day_end = database.valuestream_end(schema::day_slot);
  for (auto entry = database.valuestream_begin(schema::day_slot); entry != day_end; ++entry) {
    const auto day = static_cast<std::int32_t>(schema::decode(*entry));
    days_[entry.get_docid()] = day;
    if (visible_[entry.get_docid()] == 0) continue;
    first_day_ = first_day_ == undated ? day : std::min(first_day_, day);
    last_day_ = std::max(last_day_, day);
  }
}

std::optional<Xapian::docid> find_visible(std::string_view id, const Xapian::Database& database,
                                          const Columns& columns) {
  const std::string term = schema::id_term(id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term) || !columns.visible(*posting)) return std::nullopt;
  return *posting;
}

}  // namespace news

#include "searchd/columns.h"

#include <algorithm>

#include "common/analysis/analyzer.h"

namespace news {

std::optional<std::uint32_t> FacetColumn::find(std::string_view value) const {
  const auto found = by_key_.find(fold_key(value));
  if (found == by_key_.end()) return std::nullopt;
  return found->second;
}

/// Fills in a column. What was seen before is not folded, or even taken apart, again.
class FacetColumn::Loader {
 public:
  explicit Loader(FacetColumn& column) : column_(column) {}

  void load(const Xapian::Database& database, Xapian::valueno slot) {
    column_.cells_.assign(database.get_lastdocid() + 1, 0);
    const auto end = database.valuestream_end(slot);
    for (auto entry = database.valuestream_begin(slot); entry != end; ++entry) {
      column_.cells_[entry.get_docid()] = cell(*entry);
    }
    column_.lists_.shrink_to_fit();
  }

 private:
  // Every set has a counter in every search, and different lists of tags may be nearly as many as
  // articles: so of sets of several values, only so many, those that come first.
  static constexpr std::size_t most_sets = 1 << 14;

  std::uint32_t cell(const std::string& packed) {
    const auto known = by_packed_.find(packed);
    if (known != by_packed_.end()) return known->second;
    const std::vector<std::string> values = schema::unpack(packed);
    if (values.empty()) return 0;
    const std::uint32_t list = add_list(values);
    if (values.size() > 1 && ++sets_of_several_ > most_sets) return list | own_list;
    const auto set = static_cast<std::uint32_t>(column_.sets_.size());
    column_.sets_.push_back(list);
    by_packed_.emplace(packed, set);
    return set;
  }

  /// Where it begins.
  std::uint32_t add_list(const std::vector<std::string>& values) {
    std::vector<std::uint32_t>& lists = column_.lists_;
    const auto begin = static_cast<std::uint32_t>(lists.size());
    lists.push_back(static_cast<std::uint32_t>(values.size()));
    for (const std::string& value : values) lists.push_back(ordinal(value));
    return begin;
  }

  std::uint32_t ordinal(const std::string& value) {
    const auto known = by_value_.find(value);
    if (known != by_value_.end()) return known->second;
    const auto next = static_cast<std::uint32_t>(column_.labels_.size());
    const auto [entry, is_new] = column_.by_key_.try_emplace(fold_key(value), next);
    if (is_new) column_.labels_.push_back(value);
    by_value_.emplace(value, entry->second);
    return entry->second;
  }

  FacetColumn& column_;
  std::size_t sets_of_several_ = 0;
  std::unordered_map<std::string, std::uint32_t> by_packed_;  // sets
  std::unordered_map<std::string, std::uint32_t> by_value_;   // ordinals
};

Columns Columns::load(const Xapian::Database& database, Instant now) {
  Columns columns;
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    FacetColumn::Loader(columns.facets_[i]).load(database, schema::facets[i].slot);
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

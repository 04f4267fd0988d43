#include "searchd/columns.h"

#include <algorithm>

#include "common/analysis/analyzer.h"

namespace news {

namespace {

/// Calls `take` with each article of `part` that has something in `slot`, and that.
template <typename Take>
void each_value(const Xapian::Database& part, Xapian::valueno slot, const Take& take) {
  const auto end = part.valuestream_end(slot);
  for (auto entry = part.valuestream_begin(slot); entry != end; ++entry) {
    take(entry.get_docid(), *entry);
  }
}

}  // namespace

std::optional<std::uint32_t> FacetColumn::find(std::string_view value) const {
  const auto found = by_key_.find(fold_key(value));
  if (found == by_key_.end()) return std::nullopt;
  return found->second;
}

/// Fills in a column. What was seen before is not folded, or even taken apart, again.
class FacetColumn::Loader {
 public:
  explicit Loader(FacetColumn& column) : column_(column) {}

  void add(const Xapian::Database& part, Xapian::valueno slot) {
    const std::size_t last = part.get_lastdocid();
    column_.cells_.resize(std::max(column_.cells_.size(), last + 1));
    each_value(part, slot, [&](Xapian::docid id, const std::string& packed) {
      column_.cells_[id] = cell(packed);
    });
  }

  void end_base() {
    column_.lists_.shrink_to_fit();
    column_.base_ = {column_.sets_.size(), column_.lists_.size(), column_.labels_.size()};
  }

  void keep_base(Xapian::docid end) {
    for (std::size_t i = column_.base_.labels; i < column_.labels_.size(); ++i) {
      column_.by_key_.erase(fold_key(column_.labels_[i]));
    }
    column_.cells_.resize(end);
    column_.sets_.resize(column_.base_.sets);
    column_.lists_.resize(column_.base_.lists);
    column_.labels_.resize(column_.base_.labels);
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

Columns Columns::load(const ArticleDatabase& database, Instant now, const Columns* earlier) {
  Columns columns;
  const bool has_base = database.parts().size() > 1;
  if (has_base && earlier != nullptr) {
    columns = *earlier;
    columns.keep_base(database.last_of_base() + 1);
  } else if (has_base) {
    columns.add_part(database.parts().front());
    for (FacetColumn& facet : columns.facets_) FacetColumn::Loader(facet).end_base();
  }
  columns.add_part(database.recent());
  columns.stories_ = StoryColumn::load(database, earlier == nullptr ? nullptr : &earlier->stories_);
  columns.set_visible(database, now);
  columns.set_days();
  return columns;
}

void Columns::keep_base(Xapian::docid end) {
  for (FacetColumn& facet : facets_) FacetColumn::Loader(facet).keep_base(end);
  there_.resize(end);
  days_.resize(end);
  published_.resize(end);
  std::erase_if(embargoes_, [end](const Embargo& embargo) { return embargo.id >= end; });
}

void Columns::add_part(const Xapian::Database& part) {
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    FacetColumn::Loader(facets_[i]).add(part, schema::facets[i].slot);
  }
  const std::size_t end = std::max<std::size_t>(days_.size(), part.get_lastdocid() + 1);
  there_.resize(end);
  days_.resize(end, undated);
  published_.resize(end);
  const auto all_end = part.postlist_end(std::string());
  for (auto id = part.postlist_begin(std::string()); id != all_end; ++id) there_[*id] = 1;
  each_value(part, schema::embargo_slot, [&](Xapian::docid id, const std::string& value) {
    embargoes_.push_back({id, schema::decode(value)});
  });
  each_value(part, schema::published_slot, [&](Xapian::docid id, const std::string& value) {
    published_[id] = schema::decode(value);
  });
  each_value(part, schema::day_slot, [&](Xapian::docid id, const std::string& value) {
    days_[id] = static_cast<std::int32_t>(schema::decode(value));
  });
}

void Columns::set_visible(const ArticleDatabase& database, Instant now) {
  visible_ = there_;
  visible_count_ = static_cast<std::uint32_t>(database.articles());
  for (Xapian::docid id = 1; id <= database.last_of_base(); ++id) {
    if (database.is_gone(id)) visible_[id] = 0;
  }
  valid_until_.reset();
  for (const auto& [id, until] : embargoes_) {
    if (until <= now || visible_[id] == 0) continue;
    visible_[id] = 0;
    --visible_count_;
    valid_until_ = std::min(valid_until_.value_or(until), until);
  }
}

void Columns::set_days() {
  first_day_ = last_day_ = undated;
  for (Xapian::docid id = 1; id < end(); ++id) {
    const std::int32_t day = days_[id];
    if (day == undated || visible_[id] == 0) continue;
    first_day_ = first_day_ == undated ? day : std::min(first_day_, day);
    last_day_ = std::max(last_day_, day);
  }
}

std::optional<Xapian::docid> find_visible(std::string_view id, const ArticleDatabase& database,
                                          const Columns& columns) {
  const auto number = database.first_with_term(schema::id_term(id));
  return number && columns.visible(*number) ? number : std::nullopt;
}

}  // namespace news

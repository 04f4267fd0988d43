#include "searchd/columns.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <iterator>
#include <thread>
#include <utility>

#include "common/analysis/analyzer.h"
#include "common/text.h"

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

/// Runs the tasks, each with one of the handles, which no two do at a time.
void run_all(const std::vector<std::function<void(const Xapian::Database&)>>& tasks,
             std::span<const Xapian::Database> handles) {
  std::atomic<std::size_t> next{0};
  const auto work = [&](const Xapian::Database& handle) {
    for (std::size_t i = next++; i < tasks.size(); i = next++) tasks[i](handle);
  };
  const std::size_t threads = std::min<std::size_t>(
      {handles.size(), tasks.size(), std::max(std::thread::hardware_concurrency(), 1u)});
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < threads; ++i) {
    others.push_back(std::async(std::launch::async, work, handles[i]));
  }
  work(handles.front());
  for (std::future<void>& other : others) other.get();
}

}  // namespace

std::optional<std::uint32_t> FacetColumn::find(std::string_view value) const {
  const std::string key = fold_key(value);
  if (base_) {
    const auto of_base = base_->by_key.find(key);
    if (of_base != base_->by_key.end()) return of_base->second;
  }
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return std::nullopt;
  return found->second;
}

/// Adds what the articles of a part have to a column. What was seen before is not folded, or even
/// taken apart, again.
class FacetColumn::Loader {
 public:
  explicit Loader(FacetColumn& column) : column_(column) {}

  /// Calls `take` with each article that has something, and its cell.
  template <typename Take>
  void add(const Xapian::Database& part, Xapian::valueno slot, const Take& take) {
    each_value(part, slot,
               [&](Xapian::docid id, const std::string& packed) { take(id, cell(packed)); });
  }

  /// The same of a base.
  template <typename Take>
  void add(const ColumnFile& base, std::size_t facet, const Take& take) {
    const std::vector<std::uint32_t> cells = new_cells(base.values(facet));
    const std::vector<std::uint32_t> known = base.cells(facet);
    for (Xapian::docid id = 1; id < known.size(); ++id) {
      if (known[id] != 0) take(id, cells[known[id] - 1]);
    }
  }

  void end_base() {
    column_.lists_.shrink_to_fit();
    take_base(std::make_shared<const Base>(Base{std::exchange(column_.lists_, {}),
                                                std::exchange(column_.by_key_, {}),
                                                column_.sets_.size(), column_.labels_.size()}));
  }

  /// What is of the base of `earlier`; `column` is new.
  void take_base_of(const FacetColumn& earlier) {
    const Base& base = *earlier.base_;
    column_.sets_.assign(earlier.sets_.data(), earlier.sets_.data() + base.sets);
    column_.singles_ = earlier.singles_;
    column_.labels_.assign(earlier.labels_.data(), earlier.labels_.data() + base.labels);
    column_.beginnings_.assign(earlier.beginnings_.data(),
                               earlier.beginnings_.data() + base.labels);
    column_.lists_.clear();
    take_base(earlier.base_);
  }

 private:
  // Every set has a counter in every search, and different lists of tags may be nearly as many as
  // articles: so of sets of several values, only so many, those that come first.
  static constexpr std::size_t most_sets = 1 << 14;

  std::uint32_t cell(const std::string& packed) {
    const auto known = by_packed_.find(packed);
    if (known != by_packed_.end()) return known->second;
    const std::uint32_t cell = new_cell(packed);
    if (cell != 0 && (cell & own_list) == 0) by_packed_.emplace(packed, cell);
    return cell;
  }

  std::uint32_t new_cell(std::string_view packed) { return new_cell(add_list(packed)); }

  std::uint32_t new_cell(std::uint32_t list) {
    const std::uint32_t size = *column_.list_at(list);
    if (size == 0) return 0;
    if (size > 1 && ++sets_of_several_ > most_sets) return list | own_list;
    column_.sets_.push_back(list);
    return static_cast<std::uint32_t>(column_.sets_.size() - 1);
  }

  /// The cells of the different values of a base, in a column where there is nothing yet.
  std::vector<std::uint32_t> new_cells(const std::vector<std::string_view>& values) {
    std::vector<std::uint32_t> lists;
    lists.reserve(values.size());
    for (const std::string_view packed : values) lists.push_back(add_list(packed));
    column_.singles_ = static_cast<std::uint32_t>(column_.labels_.size());
    column_.sets_.resize(1 + column_.labels_.size());
    std::vector<std::uint32_t> cells;
    cells.reserve(lists.size());
    for (const std::uint32_t list : lists) {
      const std::uint32_t* const ordinals = column_.list_at(list);
      const std::uint32_t single = ordinals[0] == 1 ? 1 + ordinals[1] : 0;
      const bool is_new = single != 0 && column_.sets_[single] == 0;
      if (is_new) column_.sets_[single] = list;
      cells.push_back(is_new ? single : new_cell(list));
    }
    return cells;
  }

  void take_base(std::shared_ptr<const Base> base) {
    column_.base_lists_ = base->lists.data();
    column_.base_size_ = base->lists.size();
    column_.base_ = std::move(base);
  }

  /// Where it begins.
  std::uint32_t add_list(std::string_view packed) {
    Lists& lists = column_.lists_;
    const std::size_t begin = lists.size();
    lists.push_back(0);
    schema::each_packed(packed, [&](std::string_view value) {
      lists.push_back(ordinal(value));
      ++lists[begin];
    });
    return static_cast<std::uint32_t>(column_.base_size_ + begin);
  }

  std::uint32_t ordinal(std::string_view value) {
    const auto known = by_value_.find(value);
    if (known != by_value_.end()) return known->second;
    const auto next = static_cast<std::uint32_t>(column_.labels_.size());
    const std::optional<std::uint32_t> found = column_.find(value);
    if (!found) {
      column_.by_key_.emplace(fold_key(value), next);
      column_.labels_.emplace_back(value);
      column_.beginnings_.push_back(beginning_of(value));
    }
    return by_value_.emplace(value, found.value_or(next)).first->second;
  }

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  FacetColumn& column_;
  std::size_t sets_of_several_ = 0;
  std::unordered_map<std::string, std::uint32_t> by_packed_;                        // sets
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> by_value_;  // ordinals
};

Columns Columns::load(std::span<const ArticleDatabase> handles, Instant now,
                      const Columns* earlier) {
  const ArticleDatabase& database = handles.front();
  Columns columns;
  const bool has_base = database.parts().size() > 1;
  Xapian::docid first_new = 0;
  if (has_base && earlier != nullptr) {
    first_new = database.last_of_base() + 1;
    columns.take_base(*earlier, first_new, database.last_number() + std::size_t{1});
  } else if (has_base) {
    columns.base_dates_ = std::make_shared<const DateList>(columns.add_base(handles));
    for (FacetColumn& facet : columns.facets_) FacetColumn::Loader(facet).end_base();
  }
  columns.recent_dates_ = columns.add_recent(database.recent());
  columns.stories_ = StoryColumn::load(database, columns.base_stories_);
  columns.set_visible(database, now);
  columns.set_first_and_last_day();
  columns.set_newest(first_new);
  columns.set_stories();
  return columns;
}

/// What an earlier revision has of the base, the articles before `end`, with room for all.
void Columns::take_base(const Columns& earlier, Xapian::docid end, std::size_t room) {
  const auto take = [&](auto& values, const auto& from) {
    values.reserve(room);
    values.assign(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(end));
  };
  take(there_, earlier.there_);
  take(rows_, earlier.rows_);
  take(published_, earlier.published_);
  for (std::size_t i = 0; i < facets_.size(); ++i) {
    FacetColumn::Loader(facets_[i]).take_base_of(earlier.facets_[i]);
  }
  newest_ = earlier.newest_;
  newest_.resize(end / neighbours + 1);
  base_dates_ = earlier.base_dates_;
  base_stories_ = earlier.base_stories_;
  for (const auto& [id, story] : earlier.stories_.members()) {
    if (id < end) rows_[id].story = no_story;
  }
  std::copy_if(earlier.embargoes_.begin(), earlier.embargoes_.end(), std::back_inserter(embargoes_),
               [end](const Embargo& embargo) { return embargo.id < end; });
}

void Columns::make_room(std::size_t end) {
  there_.resize(end);
  rows_.resize(end);
  published_.resize(end);
}

/// The articles from `begin` on in the order of their dates.
DateList Columns::dates_from(std::size_t begin) const {
  DateList dates;
  std::vector<std::pair<Instant, Xapian::docid>> dated;
  for (std::size_t id = begin; id < there_.size(); ++id) {
    if (there_[id] == 0) continue;
    if (rows_[id].day == undated) {
      dates.undated.push_back(static_cast<Xapian::docid>(id));
    } else {
      dated.emplace_back(published_[id], static_cast<Xapian::docid>(id));
    }
  }
  dates.dated = date_list(std::move(dated)).dated;
  return dates;
}

/// `handles` are on the same revision, one for each thread.
DateList Columns::add_base(std::span<const ArticleDatabase> handles) {
  const ColumnFile& file = *handles.front().files().columns;
  make_room(file.size() + std::size_t{1});
  std::vector<std::function<void(const Xapian::Database&)>> tasks;
  DateList dates;
  // Tags, the last of them, take longest, so they come first.
  for (std::size_t i = schema::facets.size(); i-- > 0;) {
    tasks.emplace_back([this, &file, i](const Xapian::Database&) {
      const auto set = [&](Xapian::docid id, std::uint32_t cell) { rows_[id].cells[i] = cell; };
      FacetColumn::Loader(facets_[i]).add(file, i, set);
    });
  }
  tasks.emplace_back([&](const Xapian::Database&) {
    ColumnFile::Dates all = file.dates();
    for (std::size_t id = 1; id < there_.size(); ++id) {
      if (all.dated[id] != 0) rows_[id].day = all.days[id];
    }
    there_ = std::move(all.there);
    published_ = std::move(all.published);
    dates = dates_from(0);
  });
  tasks.emplace_back([this](const Xapian::Database& base) {
    base_stories_ = StoryColumn::read_base(base);
    add_embargoes(base);
  });
  std::vector<Xapian::Database> bases;
  for (const ArticleDatabase& handle : handles) bases.push_back(handle.parts().front());
  run_all(tasks, bases);
  return dates;
}

DateList Columns::add_recent(const Xapian::Database& part) {
  const std::size_t begin = rows_.size();
  make_room(std::max<std::size_t>(begin, part.get_lastdocid() + std::size_t{1}));
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    const auto set = [&](Xapian::docid id, std::uint32_t cell) { rows_[id].cells[i] = cell; };
    FacetColumn::Loader(facets_[i]).add(part, schema::facets[i].slot, set);
  }
  each_value(part, schema::published_slot, [&](Xapian::docid id, const std::string& value) {
    published_[id] = schema::decode(value);
  });
  each_value(part, schema::day_slot, [&](Xapian::docid id, const std::string& value) {
    rows_[id].day = static_cast<std::int32_t>(schema::decode(value));
  });
  for (TermCursor id(part, {}); !id.at_end(); id.next()) there_[id.id()] = 1;
  add_embargoes(part);
  return dates_from(begin);
}

void Columns::add_embargoes(const Xapian::Database& part) {
  each_value(part, schema::embargo_slot, [this](Xapian::docid id, const std::string& value) {
    embargoes_.push_back({id, schema::decode(value)});
  });
}

void Columns::set_visible(const ArticleDatabase& database, Instant now) {
  visible_.assign(there_.begin(), there_.end());
  visible_count_ = static_cast<std::uint32_t>(database.articles());
  for (Xapian::docid id = 1; id <= database.last_of_base(); ++id) {
    if (database.is_gone(id)) visible_[id] = false;
  }
  valid_until_.reset();
  for (const auto& [id, until] : embargoes_) {
    if (until <= now || !visible_[id]) continue;
    visible_[id] = false;
    --visible_count_;
    valid_until_ = std::min(valid_until_.value_or(until), until);
  }
}

void Columns::set_first_and_last_day() {
  const auto first = [this](bool newest) {
    std::int32_t day = undated;
    each_by_date(newest, [&](Xapian::docid id) {
      if (!visible_[id]) return true;
      day = rows_[id].day;
      return false;
    });
    return day;
  };
  first_day_ = first(false);
  last_day_ = first(true);
}

/// Those of articles before `first_new` are there.
void Columns::set_newest(Xapian::docid first_new) {
  newest_.resize(rows_.size() / neighbours + 1, undated);
  for (Xapian::docid id = first_new; id < rows_.size(); ++id) {
    newest_[id / neighbours] = std::max(newest_[id / neighbours], rows_[id].day);
  }
}

/// In rows that have none.
void Columns::set_stories() {
  for (const auto& [id, story] : stories_.members()) rows_[id].story = story;
}

std::optional<Xapian::docid> find_visible(std::string_view id, const ArticleDatabase& database,
                                          const Columns& columns) {
  const auto number = database.first_with_term(schema::id_term(id));
  return number && columns.visible(*number) ? number : std::nullopt;
}

}  // namespace news

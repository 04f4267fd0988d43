#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/article_database.h"
#include "common/date.h"
#include "common/large_pages.h"
#include "common/schema.h"
#include "searchd/date_list.h"
#include "searchd/story_column.h"

namespace news {

/// The values of one facet, and the sets of them that articles have. Values that differ only in
/// case and diacritics are one, shown as the article with the lowest number has it.
class FacetColumn {
 public:
  /// Marks a cell whose list no other article shares.
  static constexpr std::uint32_t own_list = 0x8000'0000;

  /// How many sets there are. What an article has is said by a cell: the number of a set, below
  /// this, that is counted as one and taken apart at the end, 0 being the empty set; or a list of
  /// its own, marked so.
  std::size_t sets() const { return sets_.size(); }
  /// The values of a cell, as ordinals below labels().size().
  std::span<const std::uint32_t> values_of(std::uint32_t cell) const {
    const std::uint32_t* list = list_of(cell);
    return {list + 1, *list};
  }
  /// Whether that is a cell of one value alone, as most are: it is sooner told which that is than
  /// by its list.
  bool is_single(std::uint32_t cell) const { return cell - 1 < singles_; }
  /// The value of such a cell.
  static std::uint32_t single_of(std::uint32_t cell) { return cell - 1; }
  /// Asks for the values of a cell to be brought near.
  void prefetch(std::uint32_t cell) const { __builtin_prefetch(list_of(cell)); }
  const std::vector<std::string>& labels() const { return labels_; }
  /// Whether the label of one ordinal comes before that of another; most are told apart without a
  /// look at them, which is a wait for memory.
  bool is_before(std::uint32_t one, std::uint32_t other) const {
    return beginnings_[one] != beginnings_[other] ? beginnings_[one] < beginnings_[other]
                                                  : labels_[one] < labels_[other];
  }
  /// The ordinal of a value as typed; nothing if no article has it.
  std::optional<std::uint32_t> find(std::string_view value) const;

 private:
  friend class Columns;
  class Loader;

  using Lists = LargeVector<std::uint32_t>;  // of each list the length, then the ordinals
  using Ordinals = std::unordered_map<std::string, std::uint32_t>;  // by folded value

  /// What is of the base, behind which what is of the recent part stands: revisions share it.
  struct Base {
    Lists lists;
    Ordinals by_key;
    std::size_t sets;
    std::size_t labels;
  };

  const std::uint32_t* list_of(std::uint32_t cell) const {
    return list_at((cell & own_list) == 0 ? sets_[cell] : cell & ~own_list);
  }
  const std::uint32_t* list_at(std::size_t place) const {
    return place < base_size_ ? base_lists_ + place : lists_.data() + (place - base_size_);
  }

  // By number: where its list is. After that of none come those of each value of the base alone.
  std::vector<std::uint32_t> sets_{0};
  std::uint32_t singles_ = 0;
  std::vector<std::string> labels_;
  std::vector<std::uint64_t> beginnings_;  // of the labels
  std::shared_ptr<const Base> base_;       // nullptr: there is none, or it is being read
  const std::uint32_t* base_lists_ = nullptr;
  std::size_t base_size_ = 0;
  Lists lists_{0};  // behind those of the base
  Ordinals by_key_;
};

/// What counting and date order need to know of every article, in memory by document number: a row
/// of 32 bytes with its facets, day and story, 9 for visibility and moment, and where it has
/// several values that hardly any other has together, 4 for each and 4 for the list.
/// Never changes once loaded, so any number of threads may read it.
class Columns {
 public:
  static constexpr std::int32_t undated = std::numeric_limits<std::int32_t>::min();

  /// Reads what a revision has, of which `handles` are, at least one; the base by a thread for each
  /// as far as there are processors. Articles whose embargo ends after `now` are
  /// not visible. Of what `earlier` has, which is of the same generation, the base is not read
  /// again. Throws what Xapian throws.
  static Columns load(std::span<const ArticleDatabase> handles, Instant now,
                      const Columns* earlier = nullptr);

  const FacetColumn& facet(std::size_t index) const { return facets_[index]; }
  /// What an article has in a facet, as FacetColumn says it.
  std::uint32_t cell(Xapian::docid id, std::size_t facet) const { return rows_[id].cells[facet]; }
  /// Asks for the row, which cell() and others will read, to be brought near.
  void prefetch(Xapian::docid id) const { __builtin_prefetch(&rows_[id]); }
  /// The number of the article's story, below story_count(); nothing if it is the only one of it.
  std::optional<std::uint32_t> story(Xapian::docid id) const {
    const std::uint32_t story = rows_[id].story;
    return story == no_story ? std::nullopt : std::optional(story);
  }
  /// How many stories have several articles.
  std::size_t story_count() const { return stories_.count(); }
  /// The articles of these stories, by number.
  const std::vector<StoryColumn::Member>& story_members() const { return stories_.members(); }
  /// The first number past all articles.
  Xapian::docid end() const { return static_cast<Xapian::docid>(visible_.size()); }
  bool visible(Xapian::docid id) const { return visible_[id]; }
  std::uint32_t visible_count() const { return visible_count_; }

  /// The day of publication as days since 1970 in the index's time zone, or `undated`.
  std::int32_t day(Xapian::docid id) const { return rows_[id].day; }
  /// The last of the days of an article and of those with numbers near by, which is sooner told;
  /// `undated` if none has a date.
  std::int32_t newest_near(Xapian::docid id) const { return newest_[id / neighbours]; }
  /// The moment of publication; meaningless where undated.
  Instant published(Xapian::docid id) const { return published_[id]; }
  /// The first and the last day of the visible articles; `undated` if none has a date.
  std::int32_t first_day() const { return first_day_; }
  std::int32_t last_day() const { return last_day_; }

  /// Calls `take` with every article there is or was, the newest or the oldest first, those without
  /// a date last, until it gives false.
  template <typename Take>
  void each_by_date(bool newest, const Take& take) const {
    const auto older = [this](Xapian::docid a, Xapian::docid b) {
      return std::pair(published_[a], a) < std::pair(published_[b], b);
    };
    const auto newer = [&](Xapian::docid a, Xapian::docid b) { return older(b, a); };
    const auto forwards = [&](const auto& a, const auto& b) {
      return each_of_both(a.begin(), a.end(), b.begin(), b.end(), older, take);
    };
    const auto backwards = [&](const auto& a, const auto& b) {
      return each_of_both(a.rbegin(), a.rend(), b.rbegin(), b.rend(), newer, take);
    };
    if (newest) {
      if (backwards(base_dates_->dated, recent_dates_.dated)) {
        backwards(base_dates_->undated, recent_dates_.undated);
      }
    } else if (forwards(base_dates_->dated, recent_dates_.dated)) {
      forwards(base_dates_->undated, recent_dates_.undated);
    }
  }

  /// When the next embargo ends and these columns are out of date; nothing if none is pending.
  std::optional<Instant> valid_until() const { return valid_until_; }

 private:
  struct Embargo {
    Xapian::docid id;
    Instant until;
  };
  static constexpr std::size_t neighbours = 256;
  static constexpr std::uint32_t no_story = std::numeric_limits<std::uint32_t>::max();
  /// What is counted of an article, in half a cache line.
  struct alignas(32) Row {
    std::array<std::uint32_t, schema::facets.size()> cells{};
    std::int32_t day = undated;
    std::uint32_t story = no_story;
  };

  void take_base(const Columns& earlier, Xapian::docid end, std::size_t room);
  void make_room(std::size_t end);
  DateList dates_from(std::size_t begin) const;
  DateList add_base(std::span<const ArticleDatabase> handles);
  DateList add_recent(const Xapian::Database& part);
  void add_embargoes(const Xapian::Database& part);
  void set_visible(const ArticleDatabase& database, Instant now);
  void set_first_and_last_day();
  void set_newest(Xapian::docid first_new);
  void set_stories();

  std::array<FacetColumn, schema::facets.size()> facets_;
  StoryColumn::Base base_stories_;
  StoryColumn stories_;
  LargeVector<Row> rows_;
  std::vector<std::int32_t> newest_;  // of so many neighbours: of a million articles 16 kB
  std::vector<std::uint8_t> there_;   // also what is gone
  std::vector<bool> visible_;         // small enough to stay near the processor
  std::vector<Embargo> embargoes_;
  std::uint32_t visible_count_ = 0;
  std::vector<Instant> published_;  // 0 where undated
  std::shared_ptr<const DateList> base_dates_ = std::make_shared<const DateList>();
  DateList recent_dates_;
  std::int32_t first_day_ = undated;
  std::int32_t last_day_ = undated;
  std::optional<Instant> valid_until_;
};

/// The visible article with that id; nothing if there is none. Throws what Xapian throws.
std::optional<Xapian::docid> find_visible(std::string_view id, const ArticleDatabase& database,
                                          const Columns& columns);

}  // namespace news

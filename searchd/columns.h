#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article_database.h"
#include "common/date.h"
#include "common/schema.h"
#include "searchd/story_column.h"

namespace news {

/// One facet's values for all articles. Values that differ only in case and diacritics are one,
/// shown as the article with the lowest number has it.
class FacetColumn {
 public:
  /// Marks a cell whose list no other article shares.
  static constexpr std::uint32_t own_list = 0x8000'0000;

  /// What an article has: the number of a set of values, below sets(), that is counted as one and
  /// taken apart at the end. 0 is the empty set. Or a list of its own, marked so.
  std::uint32_t cell(Xapian::docid id) const { return cells_[id]; }
  std::size_t sets() const { return sets_.size(); }
  /// The values of a cell, as ordinals below labels().size().
  std::span<const std::uint32_t> values_of(std::uint32_t cell) const {
    const std::uint32_t* list =
        lists_.data() + ((cell & own_list) == 0 ? sets_[cell] : cell & ~own_list);
    return {list + 1, *list};
  }
  /// The values of an article.
  std::span<const std::uint32_t> values(Xapian::docid id) const { return values_of(cells_[id]); }
  const std::vector<std::string>& labels() const { return labels_; }
  /// The ordinal of a value as typed; nothing if no article has it.
  std::optional<std::uint32_t> find(std::string_view value) const;

 private:
  friend class Columns;
  class Loader;

  /// How much of it is of the base, behind which what is of the recent part stands.
  struct Base {
    std::size_t sets = 1, lists = 1, labels = 0;
  };

  std::vector<std::uint32_t> cells_;     // by article
  std::vector<std::uint32_t> sets_{0};   // by number: where in lists_ its list is
  std::vector<std::uint32_t> lists_{0};  // of each list the length, then the ordinals
  std::vector<std::string> labels_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  Base base_;
};

/// What counting and date order need to know of every article, in memory by document number: 4
/// bytes for each facet, 13 for visibility and date, 1.5 for its story, and where it has several
/// values that hardly any other has together, 4 for each and 4 for the list.
/// Never changes once loaded, so any number of threads may read it.
class Columns {
 public:
  static constexpr std::int32_t undated = std::numeric_limits<std::int32_t>::min();

  /// Reads the value streams of `database`. Articles whose embargo ends after `now` are not
  /// visible. Of what `earlier` has, which is of the same generation, the base is not read again.
  /// Throws what Xapian throws.
  static Columns load(const ArticleDatabase& database, Instant now,
                      const Columns* earlier = nullptr);

  const FacetColumn& facet(std::size_t index) const { return facets_[index]; }
  const StoryColumn& stories() const { return stories_; }
  /// The first number past all articles.
  Xapian::docid end() const { return static_cast<Xapian::docid>(visible_.size()); }
  bool visible(Xapian::docid id) const { return visible_[id] != 0; }
  std::uint32_t visible_count() const { return visible_count_; }

  /// The day of publication as days since 1970 in the index's time zone, or `undated`.
  std::int32_t day(Xapian::docid id) const { return days_[id]; }
  /// The moment of publication; meaningless where undated.
  Instant published(Xapian::docid id) const { return published_[id]; }
  /// The first and the last day of the visible articles; `undated` if none has a date.
  std::int32_t first_day() const { return first_day_; }
  std::int32_t last_day() const { return last_day_; }

  /// When the next embargo ends and these columns are out of date; nothing if none is pending.
  std::optional<Instant> valid_until() const { return valid_until_; }

 private:
  struct Embargo {
    Xapian::docid id;
    Instant until;
  };

  /// What of it is of the base.
  void keep_base(Xapian::docid end);
  void add_part(const Xapian::Database& part);
  void set_visible(const ArticleDatabase& database, Instant now);
  void set_days();

  std::array<FacetColumn, schema::facets.size()> facets_;
  StoryColumn stories_;
  std::vector<std::uint8_t> there_;  // also what is gone
  std::vector<std::uint8_t> visible_;
  std::vector<Embargo> embargoes_;
  std::uint32_t visible_count_ = 0;
  std::vector<std::int32_t> days_;
  std::vector<Instant> published_;
  std::int32_t first_day_ = undated;
  std::int32_t last_day_ = undated;
  std::optional<Instant> valid_until_;
};

/// The visible article with that id; nothing if there is none. Throws what Xapian throws.
std::optional<Xapian::docid> find_visible(std::string_view id, const ArticleDatabase& database,
                                          const Columns& columns);

}  // namespace news

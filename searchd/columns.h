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

#include "common/date.h"
#include "common/schema.h"
#include "searchd/story_column.h"

namespace news {

/// One facet's values for all articles. Values that differ only in case and diacritics are one,
/// shown as the article with the lowest number has it.
class FacetColumn {
 public:
  /// The values of an article, as ordinals below labels().size().
  std::span<const std::uint32_t> values(Xapian::docid id) const {
    return {ordinals_.data() + offsets_[id], ordinals_.data() + offsets_[id + 1]};
  }
  const std::vector<std::string>& labels() const { return labels_; }
  /// The ordinal of a value as typed; nothing if no article has it.
  std::optional<std::uint32_t> find(std::string_view value) const;

 private:
  friend class Columns;
  void load(const Xapian::Database& database, Xapian::valueno slot);
  std::uint32_t ordinal(const std::string& value);

  std::vector<std::uint32_t> offsets_;  // by article: where its ordinals begin
  std::vector<std::uint32_t> ordinals_;
  std::vector<std::string> labels_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  std::unordered_map<std::string, std::uint32_t> by_value_;  // saves folding; only while loading
};

/// What counting and date order need to know of every article, in memory by document number.
/// Never changes once loaded, so any number of threads may read it.
class Columns {
 public:
  static constexpr std::int32_t undated = std::numeric_limits<std::int32_t>::min();

  /// Reads the value streams of `database`. Articles whose embargo ends after `now` are not
  /// visible. Throws what Xapian throws.
  static Columns load(const Xapian::Database& database, Instant now);

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
  void load_dates(const Xapian::Database& database);
  void load_visible(const Xapian::Database& database, Instant now);

  std::array<FacetColumn, schema::facets.size()> facets_;
  StoryColumn stories_;
  std::vector<std::uint8_t> visible_;
  std::uint32_t visible_count_ = 0;
  std::vector<std::int32_t> days_;
  std::vector<Instant> published_;
  std::int32_t first_day_ = undated;
  std::int32_t last_day_ = undated;
  std::optional<Instant> valid_until_;
};

/// The visible article with that id; nothing if there is none. Throws what Xapian throws.
std::optional<Xapian::docid> find_visible(std::string_view id, const Xapian::Database& database,
                                          const Columns& columns);

}  // namespace news

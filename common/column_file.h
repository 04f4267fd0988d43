#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/date.h"
#include "common/file_writer.h"
#include "common/mapped_file.h"
#include "common/schema.h"

namespace news {

/// What an article is counted and put in order by.
struct ColumnRow {
  std::array<std::string, schema::facets.size()> facets;  ///< As pack() packs them; empty for none.
  std::optional<Instant> published;
  std::int32_t day = 0;  ///< Since 1970, in the index's zone; where it was published.
  bool operator==(const ColumnRow&) const = default;
};

/// The facets and dates of a base's articles by number, column by column, in a file beside its
/// tables: read as a whole in a tenth of a second for a million articles, where Xapian's streams of
/// values take seconds. Never changes, so any number of threads may read it. Throws Error.
///
/// On disk, for each facet: its different values, each as its length and its bytes, and the value
/// of each article, by its place among these from 1 on, 0 for none. Then the dates of each article:
/// 0 for no article, 1 for one without a date, else 2 and what moment and day are more than the
/// last ones. All numbers are varints, differences with their sign in the lowest bit. Then where
/// each of these parts ends, how many articles, and a mark, eight bytes each.
class ColumnFile {
 public:
  static std::filesystem::path path(const std::filesystem::path& database);
  /// That of the database in a folder; nullptr if it has none.
  static std::shared_ptr<const ColumnFile> open(const std::filesystem::path& database);

  /// The numbers from 1 on that it knows of.
  Xapian::docid size() const { return size_; }
  /// The different values of a facet, which cells count from 1 on. They stay as long as this.
  std::vector<std::string_view> values(std::size_t facet) const;
  /// By number, from 0 on.
  std::vector<std::uint32_t> cells(std::size_t facet) const;

  /// By number, from 0 on.
  struct Dates {
    std::vector<std::uint8_t> there;  ///< 0: there is no such article.
    std::vector<std::uint8_t> dated;  ///< 0: it has no date.
    std::vector<Instant> published;
    std::vector<std::int32_t> days;
  };
  Dates dates() const;

 private:
  explicit ColumnFile(const std::filesystem::path& database);
  bool read_end();
  std::string_view part(std::size_t index) const;
  std::uint64_t take(std::string_view& left) const;

  static constexpr std::size_t parts = 2 * schema::facets.size() + 1;

  MappedFile file_;
  std::array<std::uint64_t, parts> ends_{};
  Xapian::docid size_ = 0;
};

/// Writes a ColumnFile, the articles in their order. Throws Error.
class ColumnFileWriter {
 public:
  /// For the database in that folder.
  explicit ColumnFileWriter(const std::filesystem::path& database)
      : file_(ColumnFile::path(database)) {}

  void add(const ColumnRow& row);
  /// A number that no article has.
  void add_none();
  /// Those of another file from `first` on, but for those that are gone.
  void add_all(const ColumnFile& other, Xapian::docid first = 1,
               const std::function<bool(Xapian::docid)>& is_gone = {});
  void finish();

 private:
  struct Facet {
    std::unordered_map<std::string, std::uint32_t> places;  // of values, from 1 on
    std::string values, cells;

    std::uint32_t place_of(std::string_view value);
  };
  void add_dates(bool is_there, std::optional<Instant> published, std::int32_t day);

  FileWriter file_;
  std::array<Facet, schema::facets.size()> facets_;
  std::string dates_;
  Instant last_published_ = 0;
  std::int64_t last_day_ = 0;
  Xapian::docid size_ = 0;
};

}  // namespace news

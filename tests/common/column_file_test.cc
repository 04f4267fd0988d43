#include "common/column_file.h"

#include <gmock/gmock.h>

#include <fstream>
#include <random>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Rows = std::vector<std::optional<ColumnRow>>;  // nothing: no article

Rows rows_of(const ColumnFile& file) {
  const ColumnFile::Dates dates = file.dates();
  Rows rows;
  for (Xapian::docid number = 1; number <= file.size(); ++number) {
    if (dates.there[number] == 0) {
      rows.emplace_back();
      continue;
    }
    ColumnRow row;
    for (std::size_t i = 0; i < row.facets.size(); ++i) {
      const std::uint32_t cell = file.cells(i)[number];
      if (cell != 0) row.facets[i] = file.values(i)[cell - 1];
    }
    if (dates.dated[number] != 0) {
      row.published = dates.published[number];
      row.day = dates.days[number];
    }
    rows.emplace_back(row);
  }
  return rows;
}

Rows made_up_rows() {
  std::mt19937 random(7);
  Rows rows;
  for (int i = 0; i < 200; ++i) {
    if (random() % 5 == 0) {
      rows.emplace_back();
      continue;
    }
    ColumnRow row;
    for (std::string& value : row.facets) {
      if (random() % 3 != 0) value = std::string(random() % 9, 'a') + std::to_string(random() % 9);
    }
    if (random() % 4 != 0) {
      row.published = static_cast<Instant>(random()) - 2'000'000'000;
      row.day = static_cast<std::int32_t>(random() % 40'000) - 20'000;
    }
    rows.emplace_back(row);
  }
  return rows;
}

std::shared_ptr<const ColumnFile> written(const Rows& rows, const TempFolder& folder) {
  ColumnFileWriter writer(folder.path());
  for (const auto& row : rows) {
    if (row) {
      writer.add(*row);
    } else {
      writer.add_none();
    }
  }
  writer.finish();
  return ColumnFile::open(folder.path());
}

TEST(ColumnFile, GivesBackWhatWasWritten) {
  const TempFolder folder;
  const Rows rows = made_up_rows();
  EXPECT_EQ(rows_of(*written(rows, folder)), rows);
}

TEST(ColumnFile, CountsEachValueOnce) {
  const TempFolder folder;
  ColumnRow anna, other;
  anna.facets[0] = "Anna";
  other.facets[0] = "Other";
  const auto file = written({anna, other, anna}, folder);
  EXPECT_THAT(file->values(0), ElementsAre("Anna", "Other"));
  EXPECT_THAT(file->cells(0), ElementsAre(0, 1, 2, 1));
  EXPECT_THAT(file->values(1), IsEmpty());
}

TEST(ColumnFile, TakesRowsOfOthersButForThoseThatAreGone) {
  const TempFolder one, other, both;
  const Rows rows = made_up_rows();
  const Rows first(rows.begin(), rows.begin() + 120);
  const auto is_gone = [](Xapian::docid number) { return number % 7 == 0; };
  ColumnFileWriter writer(both.path());
  writer.add_all(*written(first, one), 1, is_gone);
  writer.add_all(*written(rows, other), 121);
  writer.finish();
  Rows expected = rows;
  for (Xapian::docid number = 1; number <= 120; ++number) {
    if (is_gone(number)) expected[number - 1].reset();
  }
  EXPECT_EQ(rows_of(*ColumnFile::open(both.path())), expected);
}

TEST(ColumnFile, OfNoArticleIsEmpty) {
  const TempFolder folder;
  EXPECT_THAT(rows_of(*written({}, folder)), IsEmpty());
  const TempFolder nothing;
  EXPECT_FALSE(ColumnFile::open(nothing.path()));
}

/// Cut off it is refused; bytes that are wrong are found out, or read as something else.
TEST(ColumnFile, IsNotReadBeyondWhatIsThere) {
  const TempFolder folder;
  written(made_up_rows(), folder);
  std::ifstream in(ColumnFile::path(folder.path()), std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  for (std::size_t size = 0; size < whole.size(); size += 37) {
    std::ofstream(ColumnFile::path(folder.path()), std::ios::binary) << whole.substr(0, size);
    EXPECT_THROW(ColumnFile::open(folder.path()), Error) << size;
  }
  std::mt19937 random(1);
  int refused = 0;
  for (int round = 0; round < 300; ++round) {
    std::string damaged = whole;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    std::ofstream(ColumnFile::path(folder.path()), std::ios::binary) << damaged;
    try {
      rows_of(*ColumnFile::open(folder.path()));
    } catch (const Error&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace news

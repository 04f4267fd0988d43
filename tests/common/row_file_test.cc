#include "common/row_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

constexpr std::uint64_t mark = 42;

class RowFileTest : public testing::Test {
 protected:
  /// As RowFileWriter lays it out; between the rows that are written there are holes.
  struct Row {
    std::uint64_t begin;
    std::string bytes;
  };
  void write(const std::vector<Row>& rows) {
    std::ofstream file(path_, std::ios::binary);
    std::vector<std::uint64_t> numbers;
    for (const Row& row : rows) {
      numbers.push_back(row.begin);
      file.seekp(static_cast<std::streamoff>(row.begin));
      file << row.bytes;
    }
    const auto end = static_cast<std::uint64_t>(file.tellp());
    numbers.insert(numbers.end(), {end, rows.size(), mark});
    file.write(reinterpret_cast<const char*>(numbers.data()),
               static_cast<std::streamsize>(numbers.size() * sizeof(numbers[0])));
  }

  std::string row(std::size_t number) const {
    std::string row;
    RowFile(path_, mark).read(number, row);
    return row;
  }

  TempFolder folder_;
  std::filesystem::path path_ = folder_.path() / "rows";
};

TEST_F(RowFileTest, GivesBackEachOfMany) {
  RowFileWriter writer(path_, mark);
  for (int i = 0; i < 3'000; ++i) writer.add(std::string(static_cast<std::size_t>(i % 5), 'a'));
  writer.finish();
  const RowFile file(path_, mark);
  std::string row;
  for (std::size_t i = 0; i < 3'000; ++i) {
    file.read(i, row);
    ASSERT_EQ(row, std::string(i % 5, 'a')) << i;
  }
  file.read(3'000, row);
  EXPECT_EQ(row, "");
}

TEST_F(RowFileTest, ARowFarBehindItsNeighboursIsFound) {
  constexpr std::uint64_t far = 5'000'000'000;
  write({{0, "near"}, {far, "far"}, {far + 3, "behind"}});
  EXPECT_EQ(row(1), "far");
  EXPECT_EQ(row(2), "behind");
}

TEST_F(RowFileTest, RowsThatBeginBeforeTheLastOneAreDamage) {
  write({{0, "one"}, {3, "two"}, {6, "three"}});
  EXPECT_EQ(row(1), "two");
  write({{0, "one"}, {6, "two"}, {3, "three"}});
  EXPECT_THROW(RowFile(path_, mark), Error);
}

}  // namespace
}  // namespace news

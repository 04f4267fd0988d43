#include "common/order_file.h"

#include <gmock/gmock.h>

#include <fstream>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

namespace fs = std::filesystem;

class OrderFileTest : public testing::Test {
 protected:
  std::string write(const std::vector<std::string>& orders) {
    OrderFileWriter writer(folder_.path());
    for (const std::string& order : orders) writer.add(order);
    writer.finish();
    return read();
  }

  std::string read() {
    std::ifstream file(OrderFile::path(folder_.path()), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  static std::string order(const OrderFile& file, Xapian::docid number) {
    std::string order = "something";
    file.read(number, order);
    return order;
  }

  TempFolder folder_;
};

TEST_F(OrderFileTest, GivesBackWhatWasWrittenByNumber) {
  const std::string large(3'000'000, 'x');
  write({"one", "", large, std::string("\0two", 4)});
  const auto file = OrderFile::open(folder_.path());
  ASSERT_TRUE(file);
  EXPECT_EQ(file->size(), 4U);
  EXPECT_EQ(order(*file, 1), "one");
  EXPECT_EQ(order(*file, 2), "");
  EXPECT_EQ(order(*file, 3), large);
  EXPECT_EQ(order(*file, 4), std::string("\0two", 4));
  EXPECT_EQ(order(*file, 0), "");
  EXPECT_EQ(order(*file, 5), "");
}

/// Some of these are read with what follows them, some alone.
TEST_F(OrderFileTest, AReaderGivesTheSameInAnyOrder) {
  std::vector<std::string> orders;
  for (std::size_t i = 0; i < 2'000; ++i) {
    orders.emplace_back(i % 7 == 0 ? 0 : 100 + i * 37 % 3'000, static_cast<char>('a' + i % 26));
  }
  orders.emplace_back(100'000, 'x');
  write(orders);
  const auto file = OrderFile::open(folder_.path());
  OrderFile::Reader reader(*file);
  for (const std::size_t step : {1U, 2U, 5U, 12U, 100U, 1'999U}) {
    for (std::size_t i = 0; i < orders.size(); i += step) {
      ASSERT_EQ(reader.read(static_cast<Xapian::docid>(i + 1)), orders[i]) << i << " by " << step;
    }
  }
  EXPECT_EQ(reader.read(1'000), orders[999]) << "backwards";
  EXPECT_EQ(reader.read(0), "");
  EXPECT_EQ(reader.read(static_cast<Xapian::docid>(orders.size() + 1)), "");
}

TEST_F(OrderFileTest, ThereNeedBeNone) {
  EXPECT_FALSE(OrderFile::open(folder_.path()));
  write({});
  EXPECT_EQ(OrderFile::open(folder_.path())->size(), 0U);
}

TEST_F(OrderFileTest, RefusesOneThatIsCutOff) {
  const std::string whole = write({"one", "two"});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::ofstream(OrderFile::path(folder_.path()), std::ios::binary) << whole.substr(0, size);
    EXPECT_THROW(OrderFile::open(folder_.path()), Error) << size;
  }
}

}  // namespace
}  // namespace news

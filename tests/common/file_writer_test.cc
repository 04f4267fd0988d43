#include "common/file_writer.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

TEST(FileWriter, KeepsTheOrderOfLongAndShortWrites) {
  const TempFolder folder;
  FileWriter file(folder / "file");
  std::string expected;
  for (const std::size_t size : {5U, 3U << 20, 7U, 1U << 20, 0U, (1U << 20) - 1, 2U}) {
    const std::string bytes(size, static_cast<char>('a' + expected.size() % 26));
    file.write(bytes);
    expected += bytes;
    EXPECT_EQ(file.written(), expected.size());
  }
  file.finish();
  EXPECT_TRUE(read_file(folder / "file") == expected);
}

}  // namespace
}  // namespace news

#include "common/mapped_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "tests/support/temp_folder.h"

namespace news {
namespace {

constexpr std::uint64_t megabyte = 1u << 20;

/// The bytes of files that this process has in memory.
std::uint64_t memory_of_files() {
  std::ifstream status("/proc/self/status");
  for (std::string name; status >> name;) {
    std::uint64_t kilobytes = 0;
    if (name == "RssFile:" && status >> kilobytes) return kilobytes << 10;
  }
  return 0;
}

TEST(MappedFile, HadManyTimesItsMemoryWhereLinuxMapsMoreThanIsLookedAt) {
  const TempFolder folder;
  const std::filesystem::path path = folder.path() / "file";
  constexpr std::uint64_t size = 192 * megabyte;
  {
    std::ofstream out(path, std::ios::binary);
    const std::string block(megabyte, 'x');
    for (std::uint64_t i = 0; i < size / megabyte; ++i) out << block;
  }
  const MappedFile file(path, 4 * megabyte);
  const std::uint64_t before = memory_of_files();
  std::uint64_t most = before;
  for (std::uint64_t place = 0; place < size; place += 2 * megabyte) {
    ASSERT_EQ(file.look(place, 1), "x");
    most = std::max(most, memory_of_files());
  }
  // It is asked for every 16 places how much there is, each of which may be 2 MB.
  EXPECT_LT(most - before, 48 * megabyte);
}

}  // namespace
}  // namespace news

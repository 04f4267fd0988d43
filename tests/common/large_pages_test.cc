#include "common/large_pages.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace news {
namespace {

struct alignas(64) Wide {
  std::uint32_t value = 0;
};

std::uintptr_t address(const void* memory) { return reinterpret_cast<std::uintptr_t>(memory); }

TEST(LargeVector, IsAlignedAsItsValuesNeedHoweverSmall) {
  for (std::size_t size = 1; size < 100; ++size) {
    EXPECT_EQ(address(LargeVector<Wide>(size).data()) % alignof(Wide), 0U) << size;
  }
}

TEST(LargeVector, BeginsAtALargePageIfItTakesOne) {
  EXPECT_EQ(address(LargeVector<char>(5'000'000).data()) % (std::size_t{2} << 20), 0U);
}

TEST(LargeVector, KeepsWhatItHasWhenItGrows) {
  LargeVector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < 2'000'000; ++i) numbers.push_back(i);
  for (std::uint32_t i = 0; i < 2'000'000; ++i) ASSERT_EQ(numbers[i], i);
}

}  // namespace
}  // namespace news

#pragma once

#include <gtest/gtest.h>

#include "searchd/counter.h"

namespace news {

/// That both say the same of the articles that pass the filter.
inline void expect_equal(const Counts& one, const Counts& other) {
  EXPECT_EQ(one.total, other.total);
  EXPECT_EQ(one.stories, other.stories);
  EXPECT_EQ(one.by_value, other.by_value);
  EXPECT_EQ(one.missing, other.missing);
  EXPECT_EQ(one.by_day, other.by_day);
  EXPECT_EQ(one.undated, other.undated);
}

}  // namespace news

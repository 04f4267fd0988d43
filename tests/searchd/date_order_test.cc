#include "searchd/date_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "common/error.h"
#include "searchd/cursor.h"

namespace news {
namespace {

std::vector<DateKey> random_keys() {
  std::mt19937 random(7);
  std::vector<DateKey> keys;
  for (Xapian::docid id = 1; id <= 500; ++id) {
    const bool dated = random() % 5 != 0;
    keys.push_back(
        {.dated = dated, .published = dated ? static_cast<Instant>(random() % 50) : 0, .id = id});
  }
  return keys;
}

TEST(DateOrder, KeepsTheFirstOfAllItIsShown) {
  for (const Sort sort : {Sort::Newest, Sort::Oldest}) {
    std::vector<DateKey> keys = random_keys();
    DateOrder order(sort, 40, std::nullopt);
    for (const DateKey& key : keys) order.add(key);
    std::sort(keys.begin(), keys.end(),
              [&](const DateKey& a, const DateKey& b) { return DateOrder::before(sort, a, b); });
    keys.resize(40);
    EXPECT_EQ(order.take(), keys);
  }
}

TEST(DateOrder, PagesByKeyShowEveryArticleOnce) {
  for (const Sort sort : {Sort::Newest, Sort::Oldest}) {
    std::vector<DateKey> shown;
    std::optional<DateKey> after;
    for (;;) {
      DateOrder order(sort, 7, after);
      for (const DateKey& key : random_keys()) order.add(key);
      const std::vector<DateKey> page = order.take();
      if (page.empty()) break;
      shown.insert(shown.end(), page.begin(), page.end());
      // The next page is asked for by the cursor, as it goes over the wire.
      after = parse_cursor(print_cursor({.after = page.back()}), sort).after;
    }
    ASSERT_EQ(shown.size(), 500u);
    EXPECT_TRUE(std::is_sorted(shown.begin(), shown.end(), [&](const auto& a, const auto& b) {
      return DateOrder::before(sort, a, b);
    }));
  }
}

TEST(DateOrder, HoldsNothingWhereNothingIsAskedFor) {
  DateOrder order(Sort::Newest, 0, std::nullopt);
  order.add({.dated = true, .published = 1, .id = 1});
  EXPECT_TRUE(order.take().empty());
}

TEST(Cursor, IsReadAsItWasPrinted) {
  const Cursor by_date{.after = DateKey{.dated = true, .published = -5, .id = 9}};
  EXPECT_EQ(parse_cursor(print_cursor(by_date), Sort::Oldest), by_date);
  const Cursor by_rank{.offset = 20, .after = {}};
  EXPECT_EQ(parse_cursor(print_cursor(by_rank), Sort::Relevance), by_rank);
}

TEST(Cursor, OfAnotherOrderOrMadeUpIsRefused) {
  for (const std::string text : {"o.", "o.x", "d.1.1", "o.1.1", "o.-1", "o.99999999999999999999"}) {
    EXPECT_THROW(parse_cursor(text, Sort::Relevance), BadRequest) << text;
  }
}

}  // namespace
}  // namespace news

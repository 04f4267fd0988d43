#include "searchd/result_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace news {
namespace {

std::shared_ptr<const RenderedAnswer> answer(const std::string& text) {
  return std::make_shared<const RenderedAnswer>(text, false);
}

/// The keys of those of a, b, c ... that are kept.
std::string kept(ResultCache& cache) {
  std::string keys;
  for (char key = 'a'; key <= 'z'; ++key) {
    if (cache.find(std::string(1, key))) keys += key;
  }
  return keys;
}

TEST(ResultCache, GivesBackWhatWasAdded) {
  ResultCache cache(1 << 20);
  EXPECT_EQ(cache.find("a"), nullptr);
  cache.add("a", answer("one"));
  EXPECT_EQ(cache.find("a")->body(0), "one");
  cache.add("a", answer("two"));
  EXPECT_EQ(cache.find("a")->body(0), "two");
}

TEST(ResultCache, DropsWhatWasNotAskedForLongest) {
  ResultCache cache(20'000);
  const std::string text(2'000, 'x');
  for (const char* key : {"a", "b", "c", "d", "e", "f", "g", "h"}) cache.add(key, answer(text));
  EXPECT_EQ(kept(cache), "abcdefgh");
  EXPECT_NE(cache.find("a"), nullptr);
  cache.add("i", answer(text));
  EXPECT_EQ(kept(cache), "acdefghi");
}

TEST(ResultCache, NeverTakesMoreThanItsBytes) {
  constexpr std::size_t most = 50'000;
  ResultCache cache(most);
  for (std::size_t i = 0; i < 1'000; ++i) {
    cache.add("key " + std::to_string(i % 300), answer(std::string(i * 7 % 5'000, 'x')));
    ASSERT_LE(cache.bytes(), most);
  }
  EXPECT_GT(cache.bytes(), most / 2);
}

TEST(ResultCache, KeepsNothingThatWouldDriveOutAllElse) {
  ResultCache cache(20'000);
  cache.add("a", answer("small"));
  cache.add("b", answer(std::string(5'000, 'x')));
  EXPECT_EQ(kept(cache), "a");
  ResultCache none(0);
  none.add("a", answer(""));
  EXPECT_EQ(kept(none), "");
}

TEST(ResultCache, MayBeUsedByManyThreads) {
  ResultCache cache(20'000);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&cache, t] {
      for (int i = 0; i < 2'000; ++i) {
        const std::string key = std::to_string((i * (t + 1)) % 50);
        const auto found = cache.find(key);
        if (found) {
          EXPECT_EQ(found->body(0), key + std::string(1'000, 'x'));
        } else {
          cache.add(key, answer(key + std::string(1'000, 'x')));
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_LE(cache.bytes(), 20'000u);
}

}  // namespace
}  // namespace news

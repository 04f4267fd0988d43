#include "corpus/generate/vocabulary.h"

#include <gmock/gmock.h>

#include <string>
#include <unordered_set>

namespace generate {
namespace {

TEST(Vocabulary, HasAnotherWordForMostRanks) {
  std::unordered_set<std::string> words;
  for (std::uint32_t rank = 0; rank < 200'000; ++rank) {
    std::string word;
    Vocabulary::append_of_rank(rank, word);
    words.insert(word);
  }
  EXPECT_GT(words.size(), 196'000U);
}

TEST(Vocabulary, HasFormsThatTheStemmerBringsTogether) {
  const auto word = [](std::uint32_t rank) {
    std::string text;
    Vocabulary::append_of_rank(rank, text);
    return text;
  };
  EXPECT_EQ(word(100 * 8 + 4), word(50 * 8) + "s");
  EXPECT_EQ(word(101 * 8 + 4), word(50 * 8) + "ed");
  EXPECT_EQ(word(101 * 8 + 5), word(50 * 8 + 1) + "ing");
}

}  // namespace
}  // namespace generate

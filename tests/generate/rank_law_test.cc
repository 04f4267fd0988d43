#include "corpus/generate/rank_law.h"

#include <gmock/gmock.h>

#include <cmath>
#include <unordered_set>
#include <vector>

#include "corpus/generate/exact_math.h"
#include "corpus/generate/vocabulary.h"

namespace generate {
namespace {

TEST(ExactMath, IsThatOfTheStandardLibraryButForTheLastDigits) {
  for (const double value : {0.001, 0.5, 1.0, 2.5, 400.0, 1e9}) {
    EXPECT_NEAR(logarithm(value), std::log(value), 1e-11) << value;
    EXPECT_NEAR(power(value, -1.77) / std::pow(value, -1.77), 1, 1e-11) << value;
  }
  for (const double value : {-50.0, -1.0, 0.0, 0.3, 20.0}) {
    EXPECT_NEAR(exponential(value) / std::exp(value), 1, 1e-12) << value;
  }
}

TEST(AliasTable, DrawsIndexesInTheSharesOfTheirWeights) {
  const AliasTable table({1, 0, 3, 6});
  Random random(1);
  std::vector<int> counts(4);
  for (int i = 0; i < 100'000; ++i) ++counts[table.draw(random)];
  EXPECT_NEAR(counts[0], 10'000, 500);
  EXPECT_EQ(counts[1], 0);
  EXPECT_NEAR(counts[2], 30'000, 700);
  EXPECT_NEAR(counts[3], 60'000, 700);
}

TEST(RankLaw, IsThatOfZipf) {
  const RankLaw law(100'000, 1);
  Random random(1);
  std::vector<int> counts(100'000);
  for (int i = 0; i < 1'200'000; ++i) ++counts[law.draw(random)];
  // The sum of 1/r up to 100,000 is 12.09.
  EXPECT_NEAR(counts[0], 99'250, 2'000);
  EXPECT_NEAR(counts[9], 9'925, 600);
  int beyond = 0;
  for (std::size_t rank = 10'000; rank < counts.size(); ++rank) beyond += counts[rank];
  EXPECT_NEAR(beyond, 228'500, 5'000);
}

TEST(Vocabulary, HasAnotherWordForMostRanks) {
  std::unordered_set<std::string> words;
  for (std::uint32_t rank = 0; rank < 200'000; ++rank) {
    std::string word;
    Vocabulary::append_of_rank(rank, word);
    words.insert(word);
  }
  EXPECT_GT(words.size(), 196'000U);
}

}  // namespace
}  // namespace generate

#include "indexer/term_tournament.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <memory>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "tests/support/temp_folder.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

using Terms = std::set<std::string>;

std::unique_ptr<TermDictionary> dictionary(const std::filesystem::path& folder,
                                           const Terms& terms) {
  std::filesystem::create_directories(folder);
  TermDictionaryWriter writer(folder);
  for (const std::string& term : terms) writer.add(term, 1, 0);
  writer.finish();
  return std::make_unique<TermDictionary>(folder);
}

/// The terms in the order in which they come, each with the place of its dictionary.
std::vector<std::pair<std::string, std::size_t>> all_of(const std::vector<Terms>& terms) {
  const TempFolder folder;
  std::vector<std::unique_ptr<TermDictionary>> dictionaries;
  std::vector<const TermDictionary*> pointers;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    dictionaries.push_back(dictionary(folder.path() / std::to_string(i), terms[i]));
    pointers.push_back(dictionaries.back().get());
  }
  std::vector<std::pair<std::string, std::size_t>> all;
  for (TermTournament tournament(pointers); !tournament.at_end(); tournament.next()) {
    all.emplace_back(tournament.term(), tournament.winner());
  }
  return all;
}

TEST(TermTournament, GivesTheTermsOfAllInOrderAndOfTheSameTermTheFirstDictionaryFirst) {
  EXPECT_THAT(all_of({{"b", "c"}, {"a", "b"}, {}, {"b"}}),
              ElementsAre(Pair("a", 1), Pair("b", 0), Pair("b", 1), Pair("b", 3), Pair("c", 0)));
}

TEST(TermTournament, IsAtItsEndWhereThereIsNothing) {
  EXPECT_THAT(all_of({}), IsEmpty());
  EXPECT_THAT(all_of({{}, {}}), IsEmpty());
  EXPECT_THAT(all_of({{"only"}}), ElementsAre(Pair("only", 0)));
}

/// Of fifteen bytes it is compared by a number, beyond that as it stands.
TEST(TermTournament, TellsLongTermsApartByTheirEnds) {
  const std::string long_term(20, 'x');
  EXPECT_THAT(all_of({{long_term + "b", long_term}, {long_term + "a", std::string(15, 'x')}}),
              ElementsAre(Pair(std::string(15, 'x'), 1), Pair(long_term, 0),
                          Pair(long_term + "a", 1), Pair(long_term + "b", 0)));
}

TEST(TermTournament, GivesWhatSortingGives) {
  std::mt19937 random(1);
  for (std::size_t dictionaries = 1; dictionaries < 20; ++dictionaries) {
    std::vector<Terms> terms(dictionaries);
    std::vector<std::pair<std::string, std::size_t>> expected;
    for (std::size_t i = 0; i < dictionaries; ++i) {
      for (int n = 0; n < 100; ++n) {
        std::string term(random() % 18 + 1, 'a');
        for (char& c : term) c = "ab\xc3"[random() % 3];
        terms[i].insert(term);
      }
      for (const std::string& term : terms[i]) expected.emplace_back(term, i);
    }
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(all_of(terms), expected);
  }
}

}  // namespace
}  // namespace news

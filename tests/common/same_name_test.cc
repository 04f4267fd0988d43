#include "common/names/same_name.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "common/analysis/fold.h"
#include "common/names/city_names.h"
#include "common/names/name_key.h"

namespace news {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs read_pairs(const std::string& name) {
  std::ifstream file(std::string(NAMES) + "/" + name);
  Pairs pairs;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    const std::string rest = line.substr(tab + 1);
    pairs.emplace_back(fold(line.substr(0, tab)), fold(rest.substr(0, rest.find('\t'))));
  }
  return pairs;
}

/// Whether the index would be asked for one name under a key of the other.
bool meet(const std::string& asked, const std::string& indexed) {
  const std::vector<std::string> keys = name_keys(romanize(asked));
  return std::find(keys.begin(), keys.end(), name_key(romanize(indexed))) != keys.end();
}

bool finds(const std::string& asked, const std::string& indexed) {
  return asked == indexed || (meet(asked, indexed) && same_name(asked, indexed));
}

TEST(SameName, MeetsSpellingsOfOneNameAndNoOther) {
  const Pairs same = read_pairs("same.tsv");
  const Pairs different = read_pairs("different.tsv");
  ASSERT_GE(same.size(), 300U);
  ASSERT_GE(different.size(), 300U);
  std::size_t found = 0;
  for (const auto& [a, b] : same) {
    if (finds(a, b) && finds(b, a)) {
      ++found;
    } else {
      std::cout << "missed: " << a << ' ' << b << '\n';
    }
  }
  std::size_t wrong = 0;
  for (const auto& [a, b] : different) {
    if (!finds(a, b) && !finds(b, a)) continue;
    ++wrong;
    std::cout << "wrong: " << a << ' ' << b << '\n';
  }
  // Of as many different pairs as there are same ones.
  const double true_share = static_cast<double>(found) / static_cast<double>(same.size());
  const double false_share = static_cast<double>(wrong) / static_cast<double>(different.size());
  const double precision = true_share / (true_share + false_share);
  std::cout << "precision " << precision << ", recall " << true_share << " over " << same.size()
            << " pairs that are one name and " << different.size() << " that are not\n";
  EXPECT_GE(precision, 0.99);
  EXPECT_GE(true_share, 0.97);
}

TEST(SameName, IsTheSameInBothDirections) {
  for (const char* file : {"same.tsv", "different.tsv"}) {
    for (const auto& [a, b] : read_pairs(file)) {
      EXPECT_EQ(same_name(a, b), same_name(b, a)) << a << ' ' << b;
    }
  }
}

TEST(SameName, TakesAnyBytes) {
  const std::string long_name(200, 'a');
  EXPECT_FALSE(same_name("", ""));
  EXPECT_FALSE(same_name("kyiv", "\xff\xfe"));
  EXPECT_FALSE(same_name("g7", "g8"));
  EXPECT_FALSE(same_name("東京", "東京都"));
  EXPECT_TRUE(same_name(long_name, long_name));
  EXPECT_FALSE(same_name(long_name, long_name + "b"));
  EXPECT_LE(name_key(romanize(std::string(60, 'x'))).size(), max_name_key);
  EXPECT_LE(name_keys(romanize("chchxchxchxhjchxjhcchxwkchgchxj")).size(), most_name_keys);
}

TEST(Romanize, KeepsOpenWhatLanguagesReadDifferently) {
  EXPECT_EQ(romanize("зеленский").text, "zClCnskiy");
  EXPECT_EQ(romanize("григорій").text, "HriHoriy");
  EXPECT_EQ(romanize("παπανδρεου").text, "papandreu");
  EXPECT_EQ(romanize("القذافي").text, "@QZAFY");
  EXPECT_TRUE(romanize("נתניהו").vowelless);
  EXPECT_EQ(romanize("東京").text, "");
}

TEST(CityNames, KnowsWhatLargeCitiesAreCalledElsewhere) {
  using testing::IsSupersetOf;
  EXPECT_THAT(names_of_city("kyiv"), IsSupersetOf({"kiev", "kyiv", "київ", "киев"}));
  EXPECT_THAT(names_of_city("munchen"), IsSupersetOf({"munich", "muenchen", "monachium"}));
  EXPECT_THAT(names_of_city("peking"), IsSupersetOf({"beijing"}));
  EXPECT_TRUE(names_of_city("kiel").empty() ||
              !testing::Value(names_of_city("kiel"), testing::Contains("kiev")));
  EXPECT_TRUE(names_of_city("nothinghere").empty());
}

}  // namespace
}  // namespace news

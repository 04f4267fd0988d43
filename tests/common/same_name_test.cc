#include "common/names/same_name.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/analysis/fold.h"
#include "common/names/city_names.h"
#include "common/names/known_names.h"
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

bool is_one_of(const std::string& name, const std::vector<std::string_view>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool finds(const std::string& asked, const std::string& indexed) {
  return asked == indexed || (meet(asked, indexed) && same_name(asked, indexed)) ||
         is_one_of(indexed, known_spellings(asked)) || is_one_of(indexed, names_of_city(asked));
}

struct Figures {
  double precision = 0, recall = 0;
};

/// Prints what is missed and what is wrong.
Figures measure(const std::string& same_file, const std::string& different_file) {
  const Pairs same = read_pairs(same_file);
  const Pairs different = read_pairs(different_file);
  EXPECT_GE(same.size(), 300U);
  EXPECT_GE(different.size(), 300U);
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
  const Figures figures{.precision = true_share / (true_share + false_share), .recall = true_share};
  std::cout << "precision " << figures.precision << ", recall " << figures.recall << " over "
            << same.size() << " pairs that are one name and " << different.size()
            << " that are not\n";
  return figures;
}

TEST(SameName, MeetsSpellingsOfOneNameAndNoOther) {
  const Figures figures = measure("same.tsv", "different.tsv");
  EXPECT_GE(figures.precision, 0.985);
  EXPECT_GE(figures.recall, 0.965);
}

TEST(SameName, DoesSoWithPairsThatWereWrittenAfterTheRules) {
  const Figures figures = measure("fresh_same.tsv", "fresh_different.tsv");
  EXPECT_GE(figures.precision, 0.98);
  EXPECT_GE(figures.recall, 0.93);
}

TEST(SameName, HoldsRulesOfRomanisationToNamesThatLookIt) {
  EXPECT_TRUE(same_name("caramanlis", "karamanlis"));
  EXPECT_FALSE(same_name("carson", "karson"));
  EXPECT_TRUE(same_name("mousavi", "moussavi"));
  EXPECT_FALSE(same_name("mason", "masson"));
  EXPECT_TRUE(same_name("putin", "poutine"));
  EXPECT_FALSE(same_name("martin", "martine"));
  EXPECT_TRUE(same_name("biden", "байден"));
  EXPECT_FALSE(same_name("biden", "bayden"));
}

TEST(SameName, IsTheSameInBothDirections) {
  for (const char* file : {"same.tsv", "different.tsv", "fresh_same.tsv", "fresh_different.tsv"}) {
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
  EXPECT_THAT(names_of_city("new york"), IsSupersetOf({"нью йорк", "nueva york", "nowy jork"}));
  EXPECT_THAT(names_of_city("den haag"), IsSupersetOf({"the hague", "la haye", "гаага"}));
  EXPECT_THAT(names_of_city("kapstadt"), IsSupersetOf({"cape town", "le cap"}));
  EXPECT_TRUE(names_of_city("nothinghere").empty());
}

TEST(KnownNames, HaveSpellingsThatNoRuleTells) {
  EXPECT_THAT(known_spellings("omar"), testing::IsSupersetOf({"umar", "omar", "عمر"}));
  EXPECT_TRUE(known_spellings("nothinghere").empty());
}

}  // namespace
}  // namespace news

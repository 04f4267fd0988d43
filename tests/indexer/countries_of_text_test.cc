#include "indexer/countries_of_text.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "common/country.h"

namespace news {
namespace {

std::string joined(const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : " ") + code;
  return text;
}

struct Case {
  std::string text;
  std::string countries;
  std::string language = "en";
};

class CountriesOfTextTest : public testing::TestWithParam<Case> {};

TEST_P(CountriesOfTextTest, AreThoseThatAReaderWouldSay) {
  const Case& c = GetParam();
  EXPECT_EQ(joined(countries_of_text({.body = c.text, .language = c.language})), c.countries)
      << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    Georgia, CountriesOfTextTest,
    testing::Values(Case{"Protesters in Tbilisi, Georgia, marched to parliament.", "GE"},
                    Case{"The Georgian parliament voted on the law.", "GE"},
                    Case{"Georgia and Armenia opened a new crossing.", "GE AM"},
                    Case{"Voters in Atlanta waited for hours, as all over Georgia.", "US"},
                    Case{"A storm hit Savannah on Monday and moved across Georgia.", "US"},
                    Case{"She moved to Athens, Georgia, to teach music.", "US"},
                    Case{"He was born in Atlanta, GA, in 1950.", "US"},
                    Case{"Georgia O'Keeffe painted flowers.", ""}));

// GeoNames has names of towns in translation: Casablanca is White House as well.
INSTANTIATE_TEST_SUITE_P(OtherNames, CountriesOfTextTest,
                         testing::Values(Case{"The White House said the president was well.", ""},
                                         Case{"A ship left Casablanca for the canal.", "MA"}));

INSTANTIATE_TEST_SUITE_P(
    PeopleCalledLikePlaces, CountriesOfTextTest,
    testing::Values(
        Case{"Michael Jordan returned. Fans cheered as Jordan scored.", ""},
        Case{"Jordan Peterson gave a lecture.", ""}, Case{"Jordan Henderson passed the ball.", ""},
        Case{"Mr Jordan said he would appeal. Jordan said no more.", ""},
        Case{"Mr. Jordan said he would appeal.", ""},
        Case{"Talks in Amman brought Jordan and its neighbours together.", "JO"},
        Case{"Aid went to refugees in Jordan.", "JO"}, Case{"Chad Smith played the drums.", ""},
        Case{"Soldiers in N'Djamena said Chad was calm.", "TD"},
        Case{"Israel Adesanya won the fight.", ""}, Case{"Cuba Gooding appeared in court.", ""},
        Case{"Paris Hilton opened the shop.", ""}, Case{"Sydney Sweeney stars in the film.", ""},
        Case{"George Washington crossed the river.", ""},
        Case{"Florence Pugh stars in the film.", ""}, Case{"Austin Butler sang.", ""}));

INSTANTIATE_TEST_SUITE_P(
    Things, CountriesOfTextTest,
    testing::Values(Case{"Roast turkey and a turkey dinner for Thanksgiving.", ""},
                    Case{"The president of Turkey met ministers in Ankara.", "TR"},
                    Case{"Guinea pigs were the guinea pigs of the trial.", ""},
                    Case{"Plates of fine china stood on the shelf.", ""},
                    Case{"Lima beans and Brazil nuts are rich in iron.", ""},
                    Case{"French fries with Swiss cheese cost more.", ""},
                    Case{"A Danish pastry and a Turkish bath made his day.", ""},
                    Case{"He wore a Panama hat and wrote with India ink.", ""},
                    Case{"Tell us more and join us.", ""}));

INSTANTIATE_TEST_SUITE_P(
    NamesWithinNames, CountriesOfTextTest,
    testing::Values(
        Case{"Voters in Papua New Guinea went to the polls.", "PG"},
        Case{"Equatorial Guinea pumps oil.", "GQ"},
        Case{"Guinea-Bissau elected a president.", "GW"},
        Case{"The junta in Guinea closed the border.", "GN"},
        Case{"Niger expelled the envoy.", "NE"}, Case{"Nigeria raised fuel prices.", "NG"},
        Case{"North Korea fired a missile.", "KP"}, Case{"South Korean cars sell well.", "KR"},
        Case{"Korea exports ships.", "KR"}, Case{"Northern Ireland formed a government.", "GB"},
        Case{"Ireland formed a government.", "IE"}, Case{"A fire burned in New Mexico.", "US"},
        Case{"A quake shook Mexico.", "MX"}, Case{"The ferry left New Jersey.", "US"},
        Case{"The Dominican Republic shut its border.", "DO"},
        Case{"Dominica rebuilt after the storm.", "DM"}, Case{"Hong Kong banned the song.", "HK"},
        Case{"Taiwan scrambled jets.", "TW"}, Case{"Doctors in Gaza asked for fuel.", "PS"},
        Case{"Settlers in the West Bank built houses.", "PS"}, Case{"Drones struck Crimea.", "UA"},
        Case{"Holland floods its fields.", "NL"}, Case{"England, Scotland and Wales voted.", "GB"},
        Case{"Kosovo issued number plates.", "XK"}));

INSTANTIATE_TEST_SUITE_P(
    Towns, CountriesOfTextTest,
    testing::Values(Case{"Crowds gathered in Paris.", "FR"},
                    Case{"Crowds gathered in Paris, Texas.", "US"},
                    Case{"The factory in London, Ontario, closes.", "CA"},
                    Case{"The church in Birmingham, Alabama, was rebuilt.", "US"},
                    Case{"The council of Birmingham is broke.", "GB"},
                    Case{"Students in Moscow, Idaho, mourned.", "US"},
                    Case{"Residents of Lebanon, Pennsylvania, complained.", "US"},
                    Case{"The U.S. said it would help.", "US"},
                    Case{"The US said it would help.", "US"},
                    Case{"It was nice to be reading in the bath.", ""}));

INSTANTIATE_TEST_SUITE_P(Adjectives, CountriesOfTextTest,
                         testing::Values(Case{"Le gouvernement français recule.", "FR", "fr"},
                                         Case{"Le président ukrainien arrive demain.", "UA", "fr"},
                                         Case{"La chancelière allemande répond.", "DE", "fr"},
                                         Case{"Das ukrainische Parlament stimmt ab.", "UA", "de"},
                                         Case{"Der französische Präsident reist ab.", "FR", "de"},
                                         Case{"Die polnische Regierung lehnt ab.", "PL", "de"},
                                         Case{"El gobierno francés cede.", "FR", "es"},
                                         Case{"El presidente ucraniano llega mañana.", "UA", "es"},
                                         Case{"Tak zdecydował rząd polski.", "PL", "pl"},
                                         Case{"Так вирішив польський уряд.", "PL", "uk"},
                                         Case{"Французький президент прибув уранці.", "FR", "uk"},
                                         Case{"Приїхав німецький канцлер.", "DE", "uk"},
                                         Case{"Российский президент подписал закон.", "RU", "ru"},
                                         Case{"Виступив американський президент.", "US", "uk"},
                                         Case{"Die mexikanische Regierung lehnt ab.", "MX", "de"},
                                         Case{"El gobierno estadounidense cede.", "US", "es"}));

INSTANTIATE_TEST_SUITE_P(
    OtherLanguages, CountriesOfTextTest,
    testing::Values(Case{"Вибори в Україні відбудуться восени.", "UA", "uk"},
                    Case{"Президент України прибув до Києва.", "UA", "uk"},
                    Case{"Уряд Польщі підтримав українських біженців.", "PL UA", "uk"},
                    Case{"Сполучених Штатів це не стосується.", "US", "uk"},
                    Case{"Выборы в Германии прошли спокойно.", "DE", "ru"},
                    Case{"Французские фермеры вышли на улицы.", "FR", "ru"},
                    Case{"Deutschlands Wirtschaft schrumpft.", "DE", "de"},
                    Case{"In der Ukraine begann die Ernte.", "UA", "de"},
                    Case{"Die polnische Regierung lehnt ab.", "PL", "de"},
                    Case{"Les élections en Allemagne approchent.", "DE", "fr"},
                    Case{"El Gobierno de España aprobó la ley.", "ES", "es"},
                    Case{"Wybory w Polsce odbyły się w niedzielę.", "PL", "pl"},
                    Case{"Mieszkańcy Warszawy protestują.", "PL", "pl"},
                    Case{"Rząd Ukrainy i ukraińskie wojsko.", "UA", "pl"},
                    Case{"Il governo italiano ha deciso a Roma.", "IT", "it"},
                    Case{"O governo de Portugal caiu.", "PT", "pt"},
                    Case{"De regering van Nederland is gevallen.", "NL", "nl"}));

TEST(CountriesOfArticleTest, ADatelineSaysWhatIsMostCentral) {
  EXPECT_EQ(countries_of_text({.title = "Ministers discuss grain",
                               .body = "Poland and Romania asked for more time.",
                               .dateline = "KYIV, May 15"})
                .front(),
            "UA");
}

TEST(CountriesOfArticleTest, AreAtMostFiveTheMostCentralFirst) {
  const auto codes = countries_of_text(
      {.title = "Spain, Portugal, Italy, Greece, Malta and Cyprus sign",
       .body = "Ministers of Spain, Portugal, Italy, Greece, Malta and Cyprus met in Spain."});
  EXPECT_EQ(codes.size(), 5U);
  EXPECT_EQ(codes.front(), "ES");
}

TEST(CountriesOfArticleTest, OnlyTheBeginningOfAVeryLongTextIsRead) {
  const std::string filler(40'000, '.');
  EXPECT_TRUE(countries_of_text({.body = filler + " Ukraine"}).empty());
}

TEST(CountriesOfArticleTest, AnyTextIsRead) {
  EXPECT_TRUE(countries_of_text({}).empty());
  EXPECT_TRUE(
      countries_of_text({.title = "\xff\xfe,,..", .body = "U.S", .dateline = "..."}).size() < 6);
}

TEST(CountryTest, CountriesThatAreNoMoreAreTheirSuccessor) {
  EXPECT_EQ(country_code("west-germany"), "DE");
  EXPECT_EQ(country_code("East Germany"), "DE");
  EXPECT_EQ(country_code("ussr"), "RU");
  EXPECT_EQ(country_code("Soviet Union"), "RU");
  EXPECT_EQ(country_code("burma"), "MM");
  EXPECT_EQ(country_code("zaire"), "CD");
  EXPECT_EQ(country_code("el-salvador"), "SV");
  EXPECT_EQ(country_code("ivory-coast"), "CI");
  EXPECT_EQ(country_code("hong-kong"), "HK");
  EXPECT_EQ(country_code("yugoslavia"), std::nullopt);
  EXPECT_EQ(country_code("czechoslovakia"), std::nullopt);
  EXPECT_EQ(country_code("netherlands-antilles"), std::nullopt);
}

/// How well the countries that articles say are found out from the rest of them.
class Agreement {
 public:
  void add(const nlohmann::json& json) {
    std::set<std::string> said;
    for (const auto& country : json.value("countries", nlohmann::json::array())) {
      if (const auto code = country_code(country.get<std::string>())) said.insert(*code);
    }
    if (said.empty()) return;
    const auto found =
        countries_of_text({.title = json.value("title", ""),
                           .standfirst = json.value("standfirst", ""),
                           .body = json.value("body", ""),
                           .places = json.value("places", std::vector<std::string>()),
                           .language = json.value("language", "en"),
                           .dateline = json.value("dateline", "")});
    for (const std::string& code : found) right_ += said.contains(code) ? 1 : 0;
    found_ += static_cast<double>(found.size());
    said_ += static_cast<double>(said.size());
    first_right_ += !found.empty() && said.contains(found.front()) ? 1 : 0;
    articles_ += 1;
  }

  void add_file(const std::filesystem::path& path) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) add(nlohmann::json::parse(line));
  }

  double precision() const { return right_ / found_; }
  double recall() const { return right_ / said_; }
  double f1() const { return 2 * right_ / (found_ + said_); }
  double first() const { return first_right_ / articles_; }
  double articles() const { return articles_; }

  void print(const std::string& name) const {
    std::cout << name << ": " << articles_ << " articles, precision " << precision() << ", recall "
              << recall() << ", F1 " << f1() << ", first right " << first() << '\n';
  }

 private:
  double right_ = 0, found_ = 0, said_ = 0, first_right_ = 0, articles_ = 0;
};

TEST(CountriesOfArticleTest, FindWhatTheSampleSays) {
  Agreement agreement;
  for (const auto& entry : std::filesystem::directory_iterator(CORPUS "/sample")) {
    agreement.add_file(entry.path());
  }
  agreement.print("sample");
  EXPECT_GE(agreement.f1(), 0.86);
  EXPECT_GE(agreement.first(), 0.95);
}

TEST(CountriesOfArticleTest, FindWhatReutersSays) {
  const std::filesystem::path archive = CORPUS "/../../shared/data/reuters-a.jsonl.gz";
  if (!std::filesystem::exists(archive)) GTEST_SKIP() << "no " << archive;
  const auto file = std::filesystem::path(testing::TempDir()) / "reuters-a.jsonl";
  ASSERT_EQ(std::system(("gzip -dc " + archive.string() + " > " + file.string()).c_str()), 0);
  Agreement agreement;
  agreement.add_file(file);
  std::filesystem::remove(file);
  agreement.print("reuters-a");
  EXPECT_GE(agreement.f1(), 0.84);
  EXPECT_GE(agreement.first(), 0.84);
}

}  // namespace
}  // namespace news

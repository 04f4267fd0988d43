#include "searchd/named_countries.h"

#include <gmock/gmock.h>

namespace news {
namespace {

using testing::Each;
using testing::ElementsAre;

TEST(NamedCountries, AreNamedByNameAdjectiveAndAbbreviation) {
  EXPECT_THAT(named_countries({"Brazil", "brazilian", "DANISH", "U.K.", "USA", "Україна"}),
              ElementsAre("BR", "BR", "DK", "GB", "US", "UA"));
}

TEST(NamedCountries, AreNamedByAsManyWordsAsTheirNameHas) {
  EXPECT_THAT(named_countries({"south", "korea", "new", "Zealand", "bank"}),
              ElementsAre("KR", "KR", "NZ", "NZ", ""));
  EXPECT_THAT(named_countries({"papua", "new", "guinea", "guinea"}),
              ElementsAre("PG", "PG", "PG", "GN"));
  EXPECT_THAT(named_countries({"Nueva", "Zelanda", "Arabie", "saoudite"}),
              ElementsAre("NZ", "NZ", "SA", "SA"));
}

TEST(NamedCountries, AreNotNamedByWordsThatAreTheirCodes) {
  EXPECT_THAT(named_countries({"it", "IN", "no", "pan", "ECU", "a.m.", "ago"}), Each(""));
}

TEST(NamedCountries, AreNotNamedByOtherWords) {
  EXPECT_THAT(named_countries({"new", "south", "bank", "of", "rain"}), Each(""));
  EXPECT_THAT(named_countries({}), ElementsAre());
}

}  // namespace
}  // namespace news

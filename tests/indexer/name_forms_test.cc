#include "indexer/name_forms.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace news {
namespace {

/// The names in a text, with spaces between.
std::string names(const std::string& text, const std::string& language, bool headline = false) {
  Analyzer analyzer;
  NameForms forms(language);
  forms.add_text(text, analyzer.analyze(text, language), headline);
  return fmt::format("{}", fmt::join(forms.take(), " "));
}

TEST(NameForms, AreWhatHasACapitalInsideASentence) {
  EXPECT_EQ(names("The committee met President Zelenskyy in Kyiv.", "en"),
            "kyiv president zelenskyy");
  EXPECT_EQ(names("Leaders of al-Qaeda were killed.", "en"), "alqaeda qaeda");
}

TEST(NameForms, AreNeverWhatStandsInLowerCaseToo) {
  EXPECT_EQ(names("The Bank of England is a bank.", "en"), "england");
}

TEST(NameForms, AreNoCommonWordsThatOnlyBeginASentence) {
  EXPECT_EQ(names("Markets fell. Zelenskyy did not. However, \"Traders sold.\"", "en"),
            "zelenskyy");
  EXPECT_EQ(names("Central Bank Raises Rates in Gdansk", "en", true), "gdansk");
}

TEST(NameForms, FollowAnotherCapitalInGerman) {
  EXPECT_EQ(names("Die Regierung sprach mit Präsident Selenskyj. Das Haus war leer.", "de"),
            "selenskyj");
  EXPECT_EQ(names("Neue Regierung in der Stadt. Gestern traf Thomas Müller ein.", "de"), "muller");
}

TEST(NameForms, MayBeAnyWordWhereThereAreNoCapitals) {
  EXPECT_EQ(names("قال القذافي", "ar"), "القذافي قال");
}

TEST(NameForms, AreTheWordsOfPeopleAndPlacesInAnyCase) {
  Analyzer analyzer;
  NameForms forms("en");
  const std::string text = "a young man";
  forms.add_text(text, analyzer.analyze(text, "en"), false);
  forms.add_name(analyzer.analyze("Andrew Young", "en"));
  EXPECT_THAT(forms.take(), testing::ElementsAre("andrew", "young"));
}

}  // namespace
}  // namespace news

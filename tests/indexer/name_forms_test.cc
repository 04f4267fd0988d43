#include "indexer/name_forms.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace news {
namespace {

/// The evidence of each form.
using Evidence = std::map<std::string, unsigned>;

void add_text(const NameForms& forms, const std::string& text, const std::string& language,
              bool headline, Evidence& evidence) {
  const std::vector<Token> tokens = Analyzer().analyze(text, language);
  const Token* before = nullptr;
  for (const Token& token : tokens) {
    evidence[token.form] |=
        headline ? forms.in_headline(text, token, before) : forms.in_text(text, token, before);
    if (!token.whole) before = &token;
  }
}

/// The names, with spaces between.
std::string names(const NameForms& forms, const Evidence& evidence) {
  std::vector<std::string> names;
  for (const auto& [form, pieces] : evidence) {
    if (forms.is_name(form, pieces)) names.push_back(form);
  }
  return fmt::format("{}", fmt::join(names, " "));
}

std::string names(const std::string& text, const std::string& language, bool headline = false) {
  const NameForms forms(language);
  Evidence evidence;
  add_text(forms, text, language, headline, evidence);
  return names(forms, evidence);
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
  const NameForms forms("en");
  Evidence evidence;
  add_text(forms, "a young man", "en", false, evidence);
  for (const Token& token : Analyzer().analyze("Andrew Young", "en")) {
    evidence[token.form] |= forms.in_name(token);
  }
  EXPECT_EQ(names(forms, evidence), "andrew young");
}

}  // namespace
}  // namespace news

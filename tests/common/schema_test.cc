#include "common/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <set>
#include <string>
#include <vector>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::chrono::year_month_day date(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

TEST(Schema, SpellsItsTerms) {
  const schema::Facet& author = schema::facets[*schema::find_facet("author")];
  EXPECT_EQ(schema::id_term("2024-rain"), "Q2024-rain");
  EXPECT_EQ(schema::url_term("https://a.example/"), "Uhttps://a.example/");
  EXPECT_EQ(schema::exact_term("running"), "Erunning");
  EXPECT_EQ(schema::never_bare_term("run"), "Nrun");
  EXPECT_EQ(schema::field_term(schema::title_field, "rain"), "Srain");
  EXPECT_EQ(schema::facet_term(author, "  Anna  MÜLLER"), "Aanna muller");
  EXPECT_EQ(schema::none_term(author), "A");
  EXPECT_EQ(schema::has_term("correction"), "XHcorrection");
  EXPECT_EQ(schema::year_term(date(2024, 5, 7)), "Y2024");
  EXPECT_EQ(schema::month_term(date(2024, 5, 7)), "M202405");
  EXPECT_EQ(schema::day_term(date(2024, 5, 7)), "D20240507");
}

TEST(Schema, HasNoPrefixOrSlotTwice) {
  std::set<std::string> prefixes;
  std::set<Xapian::valueno> slots{schema::published_slot, schema::day_slot, schema::embargo_slot};
  for (const schema::Facet& facet : schema::facets) {
    EXPECT_TRUE(prefixes.insert(std::string(facet.prefix)).second) << facet.name;
    EXPECT_TRUE(slots.insert(facet.slot).second) << facet.name;
  }
  for (const schema::TextField& field : schema::text_fields) {
    EXPECT_TRUE(prefixes.insert(std::string(field.prefix)).second) << field.name;
  }
  EXPECT_EQ(schema::facets[schema::language_facet].name, "language");
}

TEST(Schema, FindsNoFacetOfAnotherName) { EXPECT_FALSE(schema::find_facet("colour")); }

TEST(Schema, CutsALongTermAtACharacterAndEndsItInAHash) {
  const std::string form = std::string(222, 'a') + "ééé" + std::string(4000, 'b');
  const std::string term = schema::exact_term(form);
  EXPECT_LE(term.size(), schema::max_term);
  EXPECT_EQ(term.substr(0, 223), "E" + std::string(222, 'a'));
  EXPECT_THAT(term.substr(223), testing::MatchesRegex("[0-9a-f]+"));
  EXPECT_EQ(term.size(), 223u + 16u);
  EXPECT_NE(term, schema::exact_term(form + "c"));
  EXPECT_EQ(term, schema::exact_term(form));
}

TEST(Schema, KeepsATermThatJustFits) {
  const std::string form(schema::max_term - 1, 'x');
  EXPECT_EQ(schema::exact_term(form), "E" + form);
  EXPECT_NE(schema::exact_term(form + "x"), "E" + form + "x");
}

TEST(Schema, NamesAnArticleByItsDigestWhereThatIsShorter) {
  const std::string id(32, 'x');
  EXPECT_EQ(schema::id_term(id), "Q" + id);
  EXPECT_EQ(schema::story_term(id), "XT" + id);
  EXPECT_THAT(schema::id_term(id + "x"), testing::MatchesRegex("Q[0-9a-f]+"));
  EXPECT_EQ(schema::id_term(id + "x").size(), 33U);
  EXPECT_NE(schema::id_term(id + "x"), schema::id_term(id + "y"));
  const std::string url = schema::url_term("https://paper.example/2024/05/rain-in-the-harbour");
  EXPECT_EQ(url.size(), 33U);
  EXPECT_EQ(url, schema::url_term("HTTPS://paper.example:443/2024/05/rain-in-the-harbour"));
}

TEST(Schema, TellsTermsThatNameAnArticleFromOthers) {
  for (const std::string& term : {schema::id_term("1"), schema::url_term("https://a.example/"),
                                  schema::story_term("1"), schema::source_term("digest")}) {
    EXPECT_TRUE(schema::is_identity(term)) << term;
  }
  for (const std::string& term :
       {std::string(), std::string("query"), schema::exact_term("rains"), schema::has_term("url"),
        schema::initials_term("un"), schema::band_term(0, 1),
        schema::facet_term(schema::facets[0], "Q"), schema::none_term(schema::facets[5])}) {
    EXPECT_FALSE(schema::is_identity(term)) << term;
  }
}

TEST(Schema, GivesATermThatXapianTakesForAnyBytes) {
  for (const std::string& bytes : {std::string(300, '\0'), std::string(5000, '\xff'),
                                   "a" + std::string(240, '\0'), std::string("\0", 1)}) {
    Xapian::Document document;
    document.add_boolean_term(schema::id_term(bytes));
    Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
    EXPECT_NO_THROW(database.add_document(document));
    EXPECT_LE(schema::id_term(bytes).size(), schema::max_term);
    EXPECT_THAT(schema::id_term(bytes), testing::Not(HasSubstr(std::string("\0", 1))));
  }
}

TEST(Schema, LooksUpByIdFirstThenByUrlHoweverItIsWritten) {
  EXPECT_THAT(schema::lookup_terms("rain"), ElementsAre("Qrain", "Urain"));
  EXPECT_THAT(schema::lookup_terms("https://a.example/x"),
              ElementsAre("Qhttps://a.example/x", "Uhttps://a.example/x"));
  EXPECT_THAT(
      schema::lookup_terms("HTTPS://A.example/x#top"),
      ElementsAre("QHTTPS://A.example/x#top", "Qhttps://a.example/x", "Uhttps://a.example/x"));
}

TEST(Schema, EncodesNumbersSoThatTheySort) {
  const std::vector<std::int64_t> numbers{
      std::numeric_limits<std::int64_t>::min(), -86400, -1, 0, 1, 255, 256, 1715731200,
      std::numeric_limits<std::int64_t>::max()};
  std::string before;
  for (const std::int64_t number : numbers) {
    const std::string bytes = schema::encode(number);
    EXPECT_EQ(schema::decode(bytes), number);
    EXPECT_LT(before, bytes) << number;
    before = bytes;
  }
}

TEST(Schema, UnpacksWhatItPacks) {
  const std::vector<std::vector<std::string>> cases{
      {}, {"Anna Kowalska"}, {"A", "B", "C"}, {"Łukasz", "", "x y"}, {""}};
  for (const auto& values : cases) EXPECT_EQ(schema::unpack(schema::pack(values)), values);
}

TEST(Schema, UnpacksACutValue) { EXPECT_THAT(schema::unpack("ab"), ElementsAre("ab")); }

std::string refusal(const std::string& version) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  database.set_metadata(std::string(schema::version_key), version);
  try {
    schema::require_version(database, "DIR");
  } catch (const Error& error) {
    EXPECT_THAT(error.hint(), HasSubstr("newsindex rebuild PATH"));
    return error.what();
  }
  return "";
}

TEST(Schema, RefusesAnotherVersionAndSaysWhich) {
  EXPECT_EQ(refusal(std::to_string(schema::version)), "");
  EXPECT_EQ(refusal("99"), "DIR was written by schema version 99; this newsindex reads version " +
                               std::to_string(schema::version));
  EXPECT_EQ(refusal(""), "DIR was written by another program; this newsindex reads version " +
                             std::to_string(schema::version));
}

}  // namespace
}  // namespace news

#include "searchd/name_spellings.h"

#include <gmock/gmock.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "common/error.h"
#include "searchd/searcher.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

SearchRequest request(const Parameters& parameters) { return parse_search_request(parameters); }

std::string found(const Searcher& searcher, const std::string& q,
                  const std::string& names = "any") {
  return ids(searcher.search(request({{"q", q}, {"names", names}, {"sort", "oldest"}})));
}

std::string article(const std::string& id, const std::string& language, const std::string& body) {
  static int day = 0;
  day = day % 28 + 1;
  return R"({"id":")" + id + R"(","title":"x","language":")" + language + R"(","body":")" + body +
         R"(","published":"2024-01-)" + (day < 10 ? "0" : "") + std::to_string(day) + R"("})";
}

/// Each article has one spelling of a name, in a sentence of its language.
TestArchive archive_of_names() {
  return TestArchive{
      article("z1", "en", "Yesterday President Zelenskyy met voters."),
      article("z2", "en", "Yesterday President Zelensky met voters."),
      article("z3", "de", "Gestern traf Präsident Selenskyj die Wähler."),
      article("z4", "uk", "Учора президент Зеленський зустрів виборців."),
      article("k1", "en", "They came to Kyiv by train."),
      article("k2", "en", "They came to Kiev by train."),
      article("k3", "en", "They came to Kiel by train."),
      article("k4", "uk", "Вони приїхали у Київ поїздом."),
      article("g1", "en", "They saw Colonel Gaddafi there."),
      article("g2", "fr", "Ils ont vu le colonel Kadhafi hier."),
      article("g3", "ar", "التقى القذافي الوزير"),
      article("q1", "en", "They fought al-Qaeda for years."),
      article("q2", "en", "They fought Al Qaida for years."),
      article("m1", "de", "Gestern kam Thomas Müller an."),
      article("m2", "en", "Yesterday Thomas Mueller came."),
      article("m3", "en", "Yesterday Thomas Miller came."),
      article("p1", "en", "We heard that Putin spoke."),
      article("p2", "en", "We heard that Puntin spoke."),
      article("u1", "de", "Sie reisten mit Frau Meier nach Bayern; München war kalt."),
      article("c1", "en", "They came to Munich by coach."),
  };
}

TEST(NameSpellings, FindsANameHoweverItIsSpelled) {
  const TestArchive archive = archive_of_names();
  const Searcher searcher(archive.index());
  const std::vector<std::pair<std::string, std::string>> table = {
      {"Zelensky", "z1 z2 z3 z4"},
      {"zelenskiy", "z1 z2 z3 z4"},
      {"Selenskyj", "z1 z2 z3 z4"},
      {"Зеленський", "z1 z2 z3 z4"},
      {"Kiev", "k1 k2 k4"},
      {"Kyiv", "k1 k2 k4"},
      {"Kiew", "k1 k2 k4"},
      {"Київ", "k1 k2 k4"},
      {"Kiel", "k3"},
      {"Qaddafi", "g1 g2 g3"},
      {"Gaddafi", "g1 g2 g3"},
      {"Kadhafi", "g1 g2 g3"},
      {"القذافي", "g1 g2 g3"},
      {"al-Qaeda", "q1 q2"},
      {"Al Qaida", "q1 q2"},
      {"Muller", "m1 m2"},
      {"Mueller", "m1 m2"},
      {"Müller", "m1 m2"},
      {"Miller", "m3"},
      {"Putin", "p1"},
      {"Puntin", "p2"},
      {"Monachium", "c1"},
      {"president zelensky", "z1 z2"},
      {"zelensky OR putin", "z1 z2 z3 z4 p1"},
      {"voters -zelensky", ""},
  };
  for (const auto& [q, expected] : table) {
    std::set<std::string> want, got;
    std::istringstream wanted(expected), given(found(searcher, q));
    for (std::string id; wanted >> id;) want.insert(id);
    for (std::string id; given >> id;) got.insert(id);
    EXPECT_EQ(got, want) << q;
  }
}

TEST(NameSpellings, FindsCitiesOfSeveralWordsInOtherLanguages) {
  const TestArchive archive{
      article("n1", "en", "They came to New York by train."),
      article("n2", "ru", "Вчера они приехали в Нью-Йорк поездом."),
      article("n3", "es", "Ayer llegaron a Nueva York en tren."),
      article("h1", "en", "The court in The Hague met."),
      article("h2", "nl", "Gisteren kwam hij in Den Haag aan."),
      article("c1", "nl", "Gisteren kwam hij in Kaapstad aan."),
      article("c2", "en", "Yesterday they came to Cape Town by ship."),
      article("c3", "fr", "Ils ont mis le cap sur la ville, et le cap est bon."),
      article("x1", "en", "They came to York with a new train."),
  };
  const Searcher searcher(archive.index());
  const std::vector<std::pair<std::string, std::string>> table = {
      {"New York", "n1 n2 n3 x1"},  {"Нью-Йорк", "n1 n2 n3"}, {"Nueva York", "n1 n2 n3"},
      {"Den Haag", "h1 h2"},        {"The Hague", "h1 h2"},   {"\"New York\"", "n1"},
      {"Kapstadt", "c1 c2"},        {"Cape Town", "c1 c2"},   {"York", "n1 n3 x1"},
      {"train \"New York\"", "n1"},
  };
  for (const auto& [q, expected] : table) {
    std::set<std::string> want, got;
    std::istringstream wanted(expected), given(found(searcher, q));
    for (std::string id; wanted >> id;) want.insert(id);
    for (std::string id; given >> id;) got.insert(id);
    EXPECT_EQ(got, want) << q;
  }
  EXPECT_EQ(found(searcher, "New York", "exact"), found(searcher, "new york", "exact"));
}

TEST(NameSpellings, PutsTheSpellingThatWasAskedForFirst) {
  const TestArchive archive{
      article("1", "en", "Kyiv, where Kyiv and Kyiv are. We know that Kyiv is Kyiv."),
      article("2", "en",
              "They came to a town that was called Kiev in those days, when few people had been "
              "there and when there was no train to it from anywhere that they knew of."),
      article("3", "en", "We saw Kyiv again."), article("4", "en", "We saw Kyiv once more.")};
  const Searcher searcher(archive.index());
  EXPECT_THAT(ids(searcher.search(request({{"q", "kiev"}}))), testing::StartsWith("2 "));
  EXPECT_THAT(ids(searcher.search(request({{"q", "kyiv"}}))), testing::EndsWith(" 2"));
}

TEST(NameSpellings, LeavesQuotedWordsAndExactNamesAsTheyAre) {
  const TestArchive archive = archive_of_names();
  const Searcher searcher(archive.index());
  EXPECT_EQ(found(searcher, "\"Kiev\""), "k2");
  EXPECT_EQ(found(searcher, "Kiev", "exact"), "k2");
  EXPECT_THAT(searcher.search(request({{"q", "Kiev"}, {"names", "exact"}})).query.notes, IsEmpty());
  EXPECT_THROW(request({{"names", "fuzzy"}}), BadRequest);
}

TEST(NameSpellings, SaysWhatElseIsSearchedForAndMarksIt) {
  const TestArchive archive = archive_of_names();
  const Searcher searcher(archive.index());
  const SearchResult result = searcher.search(request({{"q", "Kiev train"}}));
  EXPECT_THAT(result.query.notes,
              ElementsAre(AllOf(HasSubstr("Kiev"), HasSubstr("kyiv"), HasSubstr("quotes"))));
  ASSERT_EQ(result.hits.size(), 2U);
  EXPECT_THAT(result.hits[0].snippet_html, HasSubstr("<mark>Kiev</mark>"));
  EXPECT_THAT(result.hits[1].snippet_html, HasSubstr("<mark>Kyiv</mark>"));
}

TEST(NameSpellings, NeverLetsAWordDriftThatIsNoName) {
  const TestArchive archive{
      article("1", "en", "The price of wheat rose, said Mr Prize. They came with Weat."),
      article("2", "de", "Die Miete und die Mitte. Die Hütte und die Hüte. Ein Haken, ein Hacken."),
      article("3", "en", "The waiter came late, and Wajter was there.")};
  const Searcher searcher(archive.index());
  for (const char* q : {"price", "wheat", "Miete", "Hütte", "Haken", "waiter", "the", "came"}) {
    EXPECT_THAT(searcher.search(request({{"q", q}})).query.notes, IsEmpty()) << q;
  }
}

TEST(NameSpellings, FindACountryByItsAdjectiveAndTheOtherWayRound) {
  const TestArchive archive{article("1", "en", "They sold coffee from Brazil last year."),
                            article("2", "en", "They sold Brazilian coffee last year."),
                            article("3", "en", "We met the Pole. A pole stood there, and a pole."),
                            article("4", "en", "They sold Poland coffee last year.")};
  const Searcher searcher(archive.index());
  EXPECT_EQ(found(searcher, "brazil coffee"), "1 2");
  EXPECT_EQ(found(searcher, "Brazilian"), "1 2");
  EXPECT_EQ(found(searcher, "\"Brazil\""), "1");
  EXPECT_EQ(found(searcher, "Brazil", "exact"), "1");
  EXPECT_EQ(found(searcher, "pole"), "3");
}

TEST(NameSpellings, FindNamesOfSeveralWordsByTheirInitials) {
  const TestArchive archive{
      article("1", "en", "A loan of the European Investment Bank was paid."),
      article("2", "en", "A loan of the EIB was paid."),
      article("3", "en", "The General American Securities shop sold gas, and the gas was cheap."),
      article("4", "en", "The Great Amber Spring was open.")};
  const Searcher searcher(archive.index());
  EXPECT_EQ(found(searcher, "eib"), "1 2");
  EXPECT_EQ(found(searcher, "EIB loan"), "1 2");
  EXPECT_EQ(found(searcher, "\"EIB\""), "2");
  EXPECT_EQ(found(searcher, "EIB", "exact"), "2");
  EXPECT_EQ(found(searcher, "title:EIB"), "");
  EXPECT_EQ(found(searcher, "gas"), "3");
  EXPECT_THAT(searcher.search(request({{"q", "eib"}})).query.notes,
              Contains(HasSubstr("initials")));
}

/// Words in lower case inside sentences of the sample.
std::set<std::string> common_words(const std::vector<std::string>& articles) {
  std::set<std::string> words;
  for (const std::string& json : articles) {
    std::istringstream body(TestArchive::parse(json).body);
    for (std::string word; body >> word;) {
      const bool is_lower =
          std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      if (is_lower && word.size() > 2) words.insert(word);
    }
  }
  return words;
}

TEST(NameSpellings, LeavesTheCommonWordsOfTheSampleAlone) {
  const TestArchive archive;
  const std::vector<std::string> articles = sample_articles();
  IndexWriter writer(archive.index(), archive.index().live(), TimeZone());
  for (const std::string& json : articles) writer.put(TestArchive::parse(json));
  writer.commit();
  const Searcher searcher(archive.index());
  const std::set<std::string> words = common_words(articles);
  ASSERT_GT(words.size(), 200U);
  for (const std::string& word : words) {
    EXPECT_THAT(searcher.search(request({{"q", word}, {"per_page", "1"}})).query.notes, IsEmpty())
        << word;
  }
}

TEST(Synonyms, AreFoundByEachOther) {
  const TestArchive archive{article("1", "en", "They went to the United Nations today."),
                            article("2", "en", "The UN was quiet."),
                            article("3", "en", "A united front of nations.")};
  std::istringstream lines("# ours\n\nUN, United Nations # New York\n");
  const Searcher searcher(archive.index(), {.synonyms = Synonyms(lines, "names.txt")});
  EXPECT_EQ(found(searcher, "un"), "1 2");
  EXPECT_EQ(found(searcher, "un", "exact"), "2");
  EXPECT_EQ(found(searcher, "\"un\""), "2");
}

TEST(Synonyms, NameTheLineThatIsWrong) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"a, b\nalone\n", "names.txt:2: has one name"},
      {"a,,b", "names.txt:1: \"\" has no word"},
      {"a, --", "names.txt:1: \" --\" has no word"},
      {"\xff, b", "names.txt:1: is not in UTF-8"},
  };
  for (const auto& [text, expected] : table) {
    std::istringstream lines(text);
    try {
      Synonyms(lines, "names.txt");
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(expected));
    }
  }
  EXPECT_THROW(read_synonyms("/nowhere/names.txt"), Error);
}

/// Xapian cannot reckon how many articles have a row of words beside others.
TEST(NameSpellings, RankAWordBesideItsSpellingOfSeveralWords) {
  const TestArchive archive{
      article("c1", "en", "They came to Cape Town by ship."),
      article("c2", "en", "The Kapstadt went to sea."),
      article("c3", "en", "A cape is no town."),
  };
  const Searcher searcher(archive.index());
  EXPECT_EQ(ids(searcher.search(request({{"q", "Kapstadt"}}))), "c2 c1");
}

}  // namespace
}  // namespace news

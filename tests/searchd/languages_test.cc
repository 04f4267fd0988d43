#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "searchd/searcher.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using testing::HasSubstr;

/// One article in each of twelve languages: with stemmers, without one, without spaces, from right
/// to left; and one that names no language, which is read as English.
TestArchive archive_of_languages() {
  return TestArchive{
      R"({"id":"en","language":"en-GB","title":"Governments negotiated","body":"Ministers were negotiating in Geneva."})",
      R"({"id":"de","language":"de","title":"Häuser am Hafen","body":"Die Regierungen verhandelten über die Zeitungen."})",
      R"({"id":"fr","language":"fr","title":"Les ministres négociaient","body":"Les journaux parlaient des négociations à Genève."})",
      R"({"id":"es","language":"es","title":"Elecciones en Bolivia","body":"Los candidatos hablaban con los periódicos."})",
      R"({"id":"it","language":"it","title":"I governi italiani","body":"I giornali parlavano dei ministri."})",
      R"({"id":"ru","language":"ru","title":"Выборы президента","body":"Министры обсуждали новости."})",
      R"({"id":"uk","language":"uk","title":"Вибори президента","body":"Міністри обговорили новини."})",
      R"({"id":"sv","language":"sv","title":"Tidningarna i Malmö","body":"Regeringen talade med ministrarna."})",
      R"({"id":"ar","language":"ar","title":"انتخابات في تونس","body":"قال الوزير إن الأخبار جيدة."})",
      R"({"id":"he","language":"he","title":"בחירות בישראל","body":"השר דיבר."})",
      R"({"id":"ja","language":"ja","title":"大統領選挙が行われた","body":"新聞によると首相は辞任した。"})",
      R"({"id":"th","language":"th","title":"การเลือกตั้งประธานาธิบดี","body":"รัฐมนตรีกล่าวกับหนังสือพิมพ์"})",
      R"({"id":"none","title":"Harbours reopened","body":"Cranes were moving."})"};
}

struct Row {
  std::string q;
  std::string ids;
  std::string marked;  ///< In the headline or the snippet of the first.
};

TEST(Languages, EveryArticleIsFoundAndMarkedByTheFormsOfItsOwn) {
  const TestArchive archive = archive_of_languages();
  const Searcher searcher(archive.index());
  const std::vector<Row> table = {
      // The stem of the archive's first language, govern, counts in every article.
      {"government", "en it", "<mark>Governments</mark>"},
      {"negotiates", "en", "<mark>negotiated</mark>"},
      {"harbour", "none", "<mark>Harbours</mark>"},
      {"Haus", "de", "<mark>Häuser</mark>"},
      {"Zeitung", "de", "<mark>Zeitungen</mark>"},
      {"Regierung", "de", "<mark>Regierungen</mark>"},
      {"journaux", "fr", "<mark>journaux</mark>"},
      {"elección", "es", "<mark>Elecciones</mark>"},
      {"candidato", "es", "<mark>candidatos</mark>"},
      {"governo", "it", "<mark>governi</mark>"},
      {"выборов", "ru", "<mark>Выборы</mark>"},
      {"новостями", "ru", "<mark>новости</mark>"},
      {"вибори", "uk", "<mark>Вибори</mark>"},
      {"tidningar", "sv", "<mark>Tidningarna</mark>"},
      {"malmo", "sv", "<mark>Malmö</mark>"},
      {"انتخابات", "ar", "<mark>انتخابات</mark>"},
      {"בחירות", "he", "<mark>בחירות</mark>"},
      {"選挙", "ja", "<mark>選挙</mark>"},
      {"首相", "ja", "<mark>首相</mark>"},
      {"รัฐมนตรี", "th", "<mark>รัฐมนตรี</mark>"},
  };
  for (const Row& row : table) {
    const SearchResult result =
        searcher.search(parse_search_request({{"q", row.q}, {"sort", "oldest"}}));
    EXPECT_EQ(ids(result), row.ids) << row.q;
    if (result.hits.empty()) continue;
    EXPECT_THAT(result.hits[0].title_html + " " + result.hits[0].snippet_html,
                HasSubstr(row.marked))
        << row.q;
  }
}

TEST(Languages, WordsOfSeveralMeetInOneQuery) {
  const TestArchive archive = archive_of_languages();
  const Searcher searcher(archive.index());
  const std::vector<std::pair<std::string, std::string>> table = {
      {"Haus OR elección OR выборов OR 選挙", "de es ru ja"},
      {"президента", "ru uk"},
      {"президента language:uk", "uk"},
      {"geneva OR genève", "en fr"},
      {"Zeitung Hafen", "de"},
      {"\"Häuser am Hafen\"", "de"},
      {"\"Haus am Hafen\"", ""},
      {"title:governo OR title:government", "en it"},
      {"губернатор -выборов", ""},
      {"министры -выборов", ""},
      {"zeit*", "de"},
      {"вибор*", "uk"},
  };
  for (const auto& [q, expected] : table) {
    EXPECT_EQ(ids(searcher.search(parse_search_request({{"q", q}, {"sort", "oldest"}}))), expected)
        << q;
  }
}

TEST(Languages, AnArticleIsMarkedByItsOwnAlsoOnItsPage) {
  const TestArchive archive = archive_of_languages();
  const Searcher searcher(archive.index());
  EXPECT_EQ(searcher.article("de", "Haus Zeitung")->title_html, "<mark>Häuser</mark> am Hafen");
  EXPECT_THAT(searcher.article("ru", "выборов новостями")->paragraphs_html,
              testing::ElementsAre("Министры обсуждали <mark>новости</mark>."));
}

TEST(Languages, StopWordsAreNotMarkedUnlessInAPhraseOrWithAPlus) {
  const TestArchive archive{
      R"({"id":"en","language":"en","title":"The end of the war","body":"It was the end."})",
      R"({"id":"de","language":"de","title":"Das Ende des Krieges","body":"Es war das Ende."})"};
  const Searcher searcher(archive.index());
  const auto title = [&](const std::string& id, const std::string& q) {
    return searcher.article(id, q)->title_html;
  };
  EXPECT_EQ(title("en", "the end of the war"), "The <mark>end</mark> of the <mark>war</mark>");
  EXPECT_EQ(title("en", "\"the end of the war\""), "<mark>The end of the war</mark>");
  EXPECT_EQ(title("en", "+the end"), "<mark>The</mark> <mark>end</mark> of <mark>the</mark> war");
  EXPECT_EQ(title("de", "das Ende des Krieges"), "Das <mark>Ende</mark> des <mark>Krieges</mark>");
}

TEST(Languages, AWordIsNotLeftOutOfAQueryBecauseItSaysNothingInAnotherLanguage) {
  const TestArchive archive{
      R"({"id":"1","language":"en","title":"Ukraine at war","body":"The war goes on."})",
      R"({"id":"2","language":"en","title":"Ukraine sows","body":"Farmers are in the fields."})",
      R"({"id":"3","language":"de","title":"Ukraine","body":"Es war kalt in der Ukraine."})"};
  const Searcher searcher(archive.index());
  const SearchResult result = searcher.search(parse_search_request({{"q", "ukraine war"}}));
  EXPECT_THAT(result.query.ignored, testing::IsEmpty());
  EXPECT_EQ(result.hits.front().article.id, "1");
}

}  // namespace
}  // namespace news

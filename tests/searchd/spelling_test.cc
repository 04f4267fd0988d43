#include <gmock/gmock.h>

#include "searchd/searcher.h"
#include "tests/support/test_archive.h"
#include "tests/support/tomorrow.h"

namespace news {
namespace {

/// What is suggested for a query, with its count; nothing if nothing is.
std::string suggested(const Searcher& searcher, const std::string& q, Parameters more = {}) {
  more.emplace_back("q", q);
  const SearchResult result = searcher.search(parse_search_request(more));
  if (!result.suggestion) return "";
  const auto found = searcher.search(parse_search_request({{"q", result.suggestion->q}}));
  if (more.size() == 1) {
    EXPECT_EQ(found.total, result.suggestion->total) << q;
  }
  return result.suggestion->q + " " + std::to_string(result.suggestion->total);
}

/// `count` articles with that headline and a text of their own.
void add(std::vector<std::string>& articles, int count, const std::string& title,
         const std::string& more = "") {
  for (int i = 0; i < count; ++i) {
    articles.push_back(R"({"id":")" + std::to_string(articles.size()) + R"(","title":")" + title +
                       R"(","language":"en")" + more + "}");
  }
}

std::vector<std::string> many_articles() {
  std::vector<std::string> articles;
  add(articles, 6, "A security agreement for Kyiv", R"(,"countries":["UA"])");
  add(articles, 4, "The harbour of Gdańsk is closed", R"(,"countries":["PL"])");
  add(articles, 40, "United Nations meets", R"(,"countries":["US"])");
  add(articles, 1, "Shoelaces untied");
  add(articles, 5, "A truce in Gaza");
  add(articles, 30, "It is true of prices");
  add(articles, 3, "The trust of voters");
  add(articles, 12, "Heatwave in the south");
  add(articles, 3, "New York marathon", R"(,"authors":["Søren Kjærgaard"])");
  add(articles, 2, "Вибори у Києві", R"(,"section":"World")");
  return articles;
}

class SpellingTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    archive_ = std::make_unique<TestArchive>();
    archive_->add_all(many_articles());
    searcher_ = std::make_unique<Searcher>(archive_->index());
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    archive_.reset();
  }
  static std::unique_ptr<TestArchive> archive_;
  static std::unique_ptr<Searcher> searcher_;
};
std::unique_ptr<TestArchive> SpellingTest::archive_;
std::unique_ptr<Searcher> SpellingTest::searcher_;

TEST_F(SpellingTest, SuggestsWordsOfTheArchiveWithTheirCount) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"security agreemnt", "security agreement 6"},
      {"securty agreemnt", "security agreement 6"},
      {"secuirty AND agremeent", "security AND agreement 6"},
      {"Gdanks harbuor", "Gdansk harbour 4"},
      {"Gdańks", "Gdansk 4"},
      {"Kjergaard", "Kjaergaard 3"},
      {"author:kjergaard", "author:kjaergaard 3"},
      {"title:(agreemnt OR harbour)", "title:agreement OR title:harbour 10"},
      {"виборі", "вибори 2"},
      {"agreemnt -harbour", "agreement -harbour 6"},
  };
  for (const auto& [q, expected] : table) EXPECT_EQ(suggested(*searcher_, q), expected) << q;
}

TEST_F(SpellingTest, AWordThatStandsBesideTheOthersWins) {
  EXPECT_EQ(suggested(*searcher_, "trute"), "true 30") << "alone, the most frequent";
  EXPECT_EQ(suggested(*searcher_, "gaza truse"), "gaza truce 5");
  EXPECT_EQ(suggested(*searcher_, "truse voters"), "trust voters 3");
}

TEST_F(SpellingTest, AWordOfTheArchiveIsCorrectedOnlyWhereAnotherFitsFarBetter) {
  EXPECT_EQ(suggested(*searcher_, "untied nations"), "united nations 40");
  EXPECT_EQ(suggested(*searcher_, "untied shoelaces"), "");
  EXPECT_EQ(suggested(*searcher_, "untied"), "");
}

TEST_F(SpellingTest, SplitsAndJoins) {
  EXPECT_EQ(suggested(*searcher_, "newyork"), "new york 3");
  EXPECT_EQ(suggested(*searcher_, "newyork marathon"), "new york marathon 3");
  EXPECT_EQ(suggested(*searcher_, "heat wave"), "heatwave 12");
}

TEST_F(SpellingTest, LeavesAloneWhatIsMeantAsItStands) {
  for (const std::string q :
       {"\"agreemnt\"", "agreemn*", "+agreemnt", "kyiv -agreemnt", "section:Wrold", "12345", "ab",
        "qqqqqqqq", "agreement", "security agreement", "", "agreemnt NEAR kyiv"}) {
    EXPECT_EQ(suggested(*searcher_, q), "") << q;
  }
}

TEST_F(SpellingTest, CountsWithTheFiltersOfTheRequest) {
  EXPECT_EQ(suggested(*searcher_, "agreemnt", {{"country", "UA"}}), "agreement 6");
  EXPECT_EQ(suggested(*searcher_, "agreemnt", {{"country", "PL"}}), "") << "it would find nothing";
}

TEST_F(SpellingTest, IsShownOnTheFirstPageOnly) {
  EXPECT_EQ(suggested(*searcher_, "agreemnt", {{"page", "2"}}), "");
}

TEST_F(SpellingTest, NoInputIsTooMuch) {
  std::string many;
  for (int i = 0; i < 200; ++i) many += "agreemnt ";
  for (const std::string& q : {many, std::string(5000, 'x'), std::string("\xff\xfe agreemn\xc3"),
                               std::string(3000, '(') + "agreemnt"}) {
    EXPECT_NO_THROW(suggested(*searcher_, q));
  }
}

TEST(Spelling, SuggestsNothingThatOnlyAnEmbargoedArticleHas) {
  const TestArchive archive{
      R"({"id":"1","title":"Zeppelins over Lviv","embargo_until":")" + tomorrow() + R"("})",
      R"({"id":"2","title":"Rain"})"};
  const Searcher searcher(archive.index());
  EXPECT_EQ(suggested(searcher, "zepelins"), "");
}

}  // namespace
}  // namespace news

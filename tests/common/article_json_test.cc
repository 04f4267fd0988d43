#include "common/article_json.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "common/error.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Article parse(const std::string& json) {
  std::vector<std::string> warnings;
  return parse_article(json, warnings);
}

std::string reason(const std::string& json) {
  try {
    parse(json);
  } catch (const BadArticle& bad) {
    return bad.what();
  }
  return "";
}

TEST(ArticleJson, EveryArticleOfTheSampleSurvivesPrintingAndParsing) {
  int count = 0;
  for (const auto& file : std::filesystem::directory_iterator(std::string(CORPUS) + "/sample")) {
    std::ifstream in(file.path());
    for (std::string line; std::getline(in, line); ++count) {
      std::vector<std::string> warnings;
      const Article article = parse_article(line, warnings);
      EXPECT_THAT(warnings, IsEmpty()) << line;
      EXPECT_EQ(parse(print_article(article)), article);
      EXPECT_EQ(print_article(parse(print_article(article))), print_article(article));
    }
  }
  EXPECT_GE(count, 90);
}

TEST(ArticleJson, EveryFieldSurvives) {
  const std::string json =
      R"({"id":"1","url":"https://a.example/x","title":"A \"title\" <b>","standfirst":"S","body":"One.\n\nTwo 🙂",)"
      R"("authors":["Anna",{"name":"Tom","role":"Editor","bio":"B","url":"https://a.example/tom"}],)"
      R"("published":"2024-05-15T14:02:00+03:00","first_published":"2024","updated":"2024-05",)"
      R"("countries":["UA","DK"],"section":"World","source":"Wire","language":"en-GB","tags":["a","b"],)"
      R"("dateline":"KYIV","image":{"url":"https://a.example/i.jpg","caption":"C","credit":"D"},)"
      R"("embargo_until":"2025-01-01T00:00:00Z","correction":"Fixed.","wordcount":12,"extra":{"deep":[1,null]}})";
  EXPECT_EQ(print_article(parse(json)), json.substr(0, json.find(",\"wordcount\"")) +
                                            R"(,"extra":{"deep":[1,null]},"wordcount":12})");
}

TEST(ArticleJson, ReadsWhatStandsForSomethingElse) {
  const Article article = parse(
      R"({"url":"HTTPS://News.Example/A#top","title":" A\ttitle ","body_html":"<p>One</p><p>Two</p>",)"
      R"("byline":"By Anna and Tom in Kyiv","countries":["Ukraine","Україна","dnk"],"language":"EN_gb"})");
  EXPECT_EQ(article.id, "https://news.example/A");
  EXPECT_EQ(article.title, "A title");
  EXPECT_EQ(article.body, "One\n\nTwo");
  ASSERT_EQ(article.authors.size(), 2u);
  EXPECT_EQ(article.authors[1].name, "Tom");
  EXPECT_THAT(article.countries, ElementsAre("UA", "DK"));
  EXPECT_EQ(article.language, "en-GB");
  EXPECT_EQ(parse(R"({"id":7,"title":"x"})").id, "7");
}

// The faster of two parsers gives up on them.
TEST(ArticleJson, ReadsNumbersOfAnySizeAndAByteOrderMark) {
  EXPECT_EQ(parse("\xef\xbb\xbf{\"id\":\"1\",\"title\":\"x\"}").title, "x");
  const Article article =
      parse(R"({"id":18446744073709551615,"title":"x","n":123456789012345678901234567890})");
  EXPECT_EQ(article.id, "18446744073709551615");
  EXPECT_EQ(article.extra, R"({"n":1.2345678901234568e+29})");
}

TEST(ArticleJson, OfFieldsOfOneNameTheLastCounts) {
  EXPECT_EQ(parse(R"({"id":"1","title":"first","title":"last"})").title, "last");
  EXPECT_EQ(
      parse(R"({"id":"1","title":"x","image":{"credit":"first","credit":"last"}})").image->credit,
      "last");
  EXPECT_EQ(reason(R"({"id":"1","title":"first","title":null})"), reason(R"({"id":"1"})"));
}

TEST(ArticleJson, ATitleAloneOrABodyAloneIsEnough) {
  EXPECT_EQ(parse(R"({"id":"1","title":"x"})").title, "x");
  EXPECT_EQ(parse(R"({"id":"1","body":"x"})").body, "x");
}

TEST(ArticleJson, RejectsWithTheReason) {
  const std::vector<std::pair<std::string, std::string>> table{
      {R"({"title":"x"})", "neither id nor url"},
      {R"({"id":"1"})", "neither title nor body"},
      {R"({"id":"1","title":"  "})", "neither title nor body"},
      {R"({"id":"1","title":"x","published":"8320-01-01"})", "published: the year 8320"},
      {R"({"id":"1","title":"x","published":5})", "published: expected a string, got a number"},
      {R"({"id":"1","title":["x"]})", "title: expected a string, got an array"},
      {R"({"id":"1","title":"x","authors":5})", "authors: expected an array"},
      {R"({"id":")" + std::string(4096, 'x') + R"(","title":"x"})",
       "id: has 4096 bytes; expected at most 2048"},
      {R"({"id":"a\u0000b","title":"x"})", "id: has a control character"},
      {"{\"id\":\"1\",\"title\":\"\xff\"}", "is not UTF-8: byte 20"},
      {R"({"id":"1","title":"x")", "is not JSON"},
      {"[1]", "expected an object"},
      {R"({"id":"1","n":1e999,"title":"x"})", "too large"},
      {std::string(10'000, '[') + std::string(10'000, ']'), "nested deeper than 100"},
  };
  for (const auto& [json, why] : table) {
    EXPECT_THAT(reason(json), HasSubstr(why)) << json.substr(0, 80);
  }
}

TEST(ArticleJson, KeepsTheArticleWithoutWhatIsWrongInIt) {
  std::vector<std::string> warnings;
  const Article article = parse_article(
      R"x({"id":"1","title":"x","url":"javascript:alert(1)","countries":["Atlantis","UA"],"language":"klingon!!"})x",
      warnings);
  EXPECT_EQ(article.url, "");
  EXPECT_THAT(article.countries, ElementsAre("UA"));
  EXPECT_EQ(article.language, "");
  EXPECT_THAT(warnings, ElementsAre(HasSubstr("javascript:alert(1)"), HasSubstr("Atlantis"),
                                    HasSubstr("klingon")));
}

// It was taken in, and what export gave of it was not.
TEST(ArticleJson, AnAddressTooLongToBeAnIdIsRejectedWhereThereIsNoId) {
  const std::string url = "\"url\":\"https://a.example/" + std::string(2100, 'x') + "\"";
  EXPECT_THAT(reason("{" + url + ",\"title\":\"x\"}"), HasSubstr("expected at most 2048"));
  EXPECT_EQ(reason("{\"id\":\"1\"," + url + ",\"title\":\"x\"}"), "");
}

TEST(ArticleJson, NulIsCleanedOutOfText) {
  EXPECT_EQ(parse(R"({"id":"1","title":"a\u0000b"})").title, "a b");
}

}  // namespace
}  // namespace news

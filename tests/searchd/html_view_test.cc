#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>

#include "common/text.h"
#include "searchd/views/assets.h"
#include "searchd/views/html.h"
#include "tests/searchd/view_samples.h"

namespace news {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

const HtmlView& view() {
  static const HtmlView one("The Test");
  return one;
}

std::string results(const SearchRequest& request = full_request(),
                    const SearchResult& result = full_result()) {
  return view().search(request, result);
}

TEST(ResultsPage, ShowsAHitWithItsMarksAndItsLine) {
  const std::string page = results();
  EXPECT_THAT(page, HasSubstr("Kyiv &amp; Copenhagen sign a <mark>security</mark> pact</a></h3>"));
  EXPECT_THAT(page, HasSubstr("… a <mark>security</mark> pact of ten years …"));
  EXPECT_THAT(page, HasSubstr("Anna Kowalska and Lars Holm"));
  EXPECT_THAT(page, HasSubstr(R"(<time datetime="2024-05-15T14:02:00+03:00">15 May 2024</time>)"));
  EXPECT_THAT(page, HasSubstr("Ukraine, Denmark"));
  EXPECT_THAT(page, HasSubstr("World"));
  EXPECT_THAT(page, HasSubstr("25 articles"));
}

TEST(ResultsPage, CountsStoriesAndSwitchesBetweenThemAndArticles) {
  EXPECT_THAT(results(), HasSubstr("25 articles, 20 stories"));
  EXPECT_THAT(
      results(),
      HasSubstr(R"(?q=security&amp;country=UA&amp;collapse=stories">One article a story<)"));
  EXPECT_THAT(results(), HasSubstr(R"(2024%2Fa%3Fb%3D1%26c#story">2 copies</a>)"));
  SearchRequest collapsed = full_request();
  collapsed.collapse_stories = true;
  EXPECT_THAT(results(collapsed),
              HasSubstr(R"(href="?q=security&amp;country=UA">Show all articles<)"));
  SearchResult alone = full_result();
  alone.stories = alone.total;
  EXPECT_THAT(results(full_request(), alone), Not(HasSubstr("stories")));
}

TEST(ResultsPage, LinksAHitTogetherWithTheSearch) {
  EXPECT_THAT(results(), HasSubstr("/article/https%3A%2F%2Fpaper.example%2F2024%2Fa%3Fb%3D1%26c"
                                   "?q=security&amp;country=UA"));
}

TEST(ResultsPage, AddsAFacetValueThatIsNotChosenAndRemovesOneThatIs) {
  const std::string page = results();
  EXPECT_THAT(page,
              HasSubstr(R"(<a href="?q=security&amp;country=UA&amp;country=DK">Denmark</a>)"));
  EXPECT_THAT(
      page,
      HasSubstr(
          R"(<li class="on"><a href="?q=security"><span class="quiet">Remove </span>Ukraine</a>)"));
  EXPECT_THAT(page, HasSubstr(R"(author=-&amp;country=UA">(none)</a> 3</li>)"));
  EXPECT_THAT(page, HasSubstr(R"(facet_size=41#author">Show all 41</a>)"));
}

TEST(ResultsPage, ShowsEverythingChosenAsRemovable) {
  SearchRequest request = full_request();
  request.filters[0].missing = true;
  request.filters[1].any = {"UA", "DK"};
  request.filters[2].none = {"Sport"};
  request.from = parse_date("2024-05");
  const std::string page = results(request);
  for (const char* chip : {"Author: (none)", "Country: Ukraine", "Country: Denmark",
                           "Section: not Sport", "From May 2024"}) {
    EXPECT_THAT(page, HasSubstr(std::string("Remove </span>") + chip)) << chip;
  }
  EXPECT_THAT(page, HasSubstr(R"(<a href="?q=security">Clear all</a>)"));
}

TEST(ResultsPage, DrawsATimelineWhoseBarsAreLinks) {
  const std::string page = results();
  EXPECT_THAT(
      page,
      HasSubstr(R"(country=UA&amp;from=2024-05&amp;to=2024-05"><title>May 2024: 24</title>)"));
  EXPECT_THAT(page, Not(HasSubstr("April 2024:"))) << "an empty month leads nowhere";
  EXPECT_THAT(page, HasSubstr("M1 40v-40h"));
  EXPECT_THAT(page, Not(HasSubstr("All dates")));
  SearchRequest narrowed = full_request();
  narrowed.from = narrowed.to = parse_date("2024-05");
  EXPECT_THAT(results(narrowed),
              HasSubstr(R"(<a href="?q=security&amp;country=UA">All dates</a>)"));
}

TEST(ResultsPage, KeepsToTheChosenDatesInTheFirstAndLastBar) {
  SearchRequest request = full_request();
  request.from = parse_date("2024-05-10");
  request.to = parse_date("2024-06-03");
  EXPECT_THAT(results(request), HasSubstr("from=2024-05-10&amp;to=2024-05\""));
  EXPECT_THAT(results(request), HasSubstr("from=2024-06&amp;to=2024-06-03\""));
}

TEST(ResultsPage, SaysWhatWasSearchedAndWhatNot) {
  SearchResult result = full_result();
  result.query = {"security AND <pact>", {"(", "<b>"}, {"A bracket was left open."}};
  const std::string page = results(full_request(), result);
  EXPECT_THAT(page, HasSubstr("security AND &lt;pact&gt;"));
  EXPECT_THAT(page, HasSubstr("Not searched for: (, &lt;b&gt;"));
  EXPECT_THAT(page, HasSubstr("A bracket was left open."));
  EXPECT_THAT(results(), Not(HasSubstr("Searched for"))) << "it is what was typed";
}

TEST(ResultsPage, LeadsToTheOtherPages) {
  SearchRequest request = full_request();
  request.page = 2;
  const std::string page = results(request);
  EXPECT_THAT(page, HasSubstr(R"(rel="prev" href="?q=security&amp;country=UA")"));
  EXPECT_THAT(page, HasSubstr(R"(rel="next" href="?q=security&amp;country=UA&amp;page=3")"));
  EXPECT_THAT(page, HasSubstr(R"(aria-current="page">2</a>)"));
  EXPECT_THAT(page, HasSubstr(R"(<ol class="hits" start="11">)"));
}

TEST(ResultsPage, HelpsWhereNothingMatches) {
  SearchRequest request = full_request();
  request.q = "rain spain";
  request.filters[2].any = {"Sport"};
  SearchResult nothing;
  nothing.query.searched = "rain spain";
  const std::string page = results(request, nothing);
  EXPECT_THAT(page, HasSubstr("Nothing found"));
  EXPECT_THAT(page, HasSubstr("Search without Country: Ukraine"));
  EXPECT_THAT(page, HasSubstr("Search without any filter"));
  EXPECT_THAT(page, HasSubstr("any of the words: rain OR spain"));
  EXPECT_THAT(page, HasSubstr("Check the spelling."));
}

TEST(ResultsPage, KeepsTheOtherParametersInItsForms) {
  SearchRequest request = full_request();
  request.from = parse_date("2024");
  request.sort = Sort::Newest;
  request.page = 3;
  const std::string page = results(request);
  EXPECT_THAT(page, HasSubstr(R"(<input type="hidden" name="country" value="UA">)"));
  EXPECT_THAT(page, HasSubstr(R"(<input type="hidden" name="sort" value="newest">)"));
  EXPECT_THAT(page, HasSubstr(R"(name="from" value="2024-01-01")"));
  EXPECT_THAT(page, Not(HasSubstr(R"(name="page")")));
}

TEST(ResultsPage, SaysWhichTextsAreInAnotherLanguage) {
  EXPECT_THAT(results(), HasSubstr(R"(<h3 lang="uk">)"));
  SearchResult result = full_result();
  result.hits[0].article.language = "en-GB";
  EXPECT_THAT(results(full_request(), result), HasSubstr(R"(<h3><a)"));
}

TEST(ResultsPage, ShowsAQueryOfAnyBytes) {
  SearchRequest request;
  for (int byte = 0; byte < 256; ++byte) request.q += static_cast<char>(byte);
  const std::string page = results(request, {});
  EXPECT_FALSE(find_invalid_utf8(page));
  EXPECT_EQ(page.find('\0'), std::string::npos);
}

/// With all it can show: ten values in each facet, three years of months, copies of every article.
/// An ordinary page weighs less than 30 kB in all (tests/browser).
TEST(ResultsPage, StaysUnder31KilobytesWithItsStyleAtItsLongest) {
  SearchResult result = full_result();
  Hit hit = full_hit();
  hit.snippet_html.append(260, 'x');
  result.hits.assign(10, hit);
  result.facets.clear();
  for (const auto& facet : schema::facets) {
    FacetResult one{std::string(facet.name), {}, 3, 41, false};
    for (int i = 0; i < 10; ++i) {
      const std::string value = "Some Longer Name " + std::to_string(i);
      one.values.push_back({value, value, 12, false});
    }
    result.facets.push_back(one);
  }
  result.date->buckets.clear();
  for (int i = 0; i < 36; ++i) {
    const std::string month = fmt::format("{}-{:02}", 2022 + i / 12, i % 12 + 1);
    result.date->buckets.push_back({month + "-01", month + "-28", 7});
  }
  const std::size_t style = find_asset("static/style.css")->text.size();
  const std::size_t page = results(full_request(), result).size();
  EXPECT_LT(page + style, 31'000U) << "page " << page << ", style " << style;
}

TEST(ArticlePage, ShowsEveryField) {
  ArticleResult result;
  result.article = full_article();
  result.title_html = "Kyiv &amp; Copenhagen";
  result.standfirst_html = "Ten <mark>years</mark>.";
  result.paragraphs_html = {"The <mark>first</mark> paragraph.", "The second."};
  const std::string page = view().article(result, full_request());
  for (const char* text :
       {"<title>Kyiv &amp; Copenhagen sign a security pact – The Test</title>",
        "Ten <mark>years</mark>.", "The <mark>first</mark> paragraph.", "Correspondent",
        "Anna writes about borders.", "15 May 2024, 14:02", "First published", "14 May 2024",
        "16 May 2024, 08:00", "KYIV", "An earlier version had another number.", "The signing",
        "M. Rossi", "/search?country=DK\">Denmark</a>", "/search?tag=treaties",
        "/search?section=World", "/search?author=Anna+Kowalska", "Ukrainian"}) {
    EXPECT_THAT(page, HasSubstr(text)) << text;
  }
  EXPECT_THAT(
      page,
      HasSubstr(
          R"(<a href="https://paper.example/2024/a?b=1&amp;c" rel="noopener noreferrer nofollow">)"));
  EXPECT_THAT(page, Not(HasSubstr("<img"))) << "nothing is fetched from elsewhere";
  EXPECT_THAT(
      page,
      HasSubstr(
          R"(href="/search?q=security&amp;country=UA"><span aria-hidden="true">←</span> Back)"));
}

TEST(ArticlePage, LeadsBackOnlyToASearch) {
  EXPECT_THAT(view().article({}, {}), Not(HasSubstr("Back to the results")));
}

TEST(Pages, LetNothingOfAnArticleBreakOut) {
  const Article article = hostile_article();
  ArticleResult result;
  result.article = article;
  result.title_html = escape_html(article.title);
  SearchResult found;
  found.hits.resize(1);
  found.hits[0].article = article;
  found.facets = {{"tag", {{article.title, article.title, 1, true}}, 0, 1, false}};
  found.query = {article.title, {article.title}, {article.title}};
  SearchRequest request;
  request.q = article.title;
  request.filters[5].any = {article.title};
  for (const std::string& page :
       {view().article(result, request), view().search(request, found), view().home({}, found),
        view().error({400, article.title, article.title, article.title})}) {
    EXPECT_THAT(page, Not(HasSubstr("<script>")));
    EXPECT_THAT(page, Not(HasSubstr("\"javascript:")));
    EXPECT_THAT(page, Not(HasSubstr("'1'")));
  }
}

TEST(HomePage, ShowsTheSizeAndSpanOfTheArchive) {
  SearchResult newest = full_result();
  newest.facets[1].name = "section";
  const std::string page =
      view().home({.articles = 1102, .first_day = "2022-01-04", .last_day = "2024-12-30"}, newest);
  EXPECT_THAT(page, HasSubstr("1,102 articles, 4 January 2022 to 30 December 2024"));
  EXPECT_THAT(page, HasSubstr("/search?from=2024-05&amp;to=2024-05"));
  EXPECT_THAT(page, HasSubstr("Latest"));
  EXPECT_THAT(page, HasSubstr("Browse the archive"));
}

TEST(HomePage, ShowsAnEmptyArchive) { EXPECT_THAT(view().home({}, {}), HasSubstr("no articles")); }

TEST(ErrorPage, SaysWhatWasExpected) {
  EXPECT_THAT(view().error({400, "Bad Request", "page: expected 1 to 9", "page"}),
              HasSubstr("page: expected 1 to 9"));
}

TEST(Pages, UseOnlyWhatIsAllowedByThePolicy) {
  for (const std::string& page : {results(), view().home({}, full_result())}) {
    EXPECT_THAT(page, Not(HasSubstr("style=\"")));
    EXPECT_THAT(page, Not(HasSubstr("<style")));
    EXPECT_THAT(page, Not(HasSubstr("<script>")));
  }
}

}  // namespace
}  // namespace news

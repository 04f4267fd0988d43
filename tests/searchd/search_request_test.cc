#include "searchd/search_request.h"

#include <gmock/gmock.h>

#include "common/error.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The parameter that is complained about, and what is said.
std::pair<std::string, std::string> problem(const Parameters& parameters) {
  try {
    parse_search_request(parameters);
  } catch (const BadRequest& bad) {
    return {bad.parameter(), bad.what()};
  }
  return {};
}

TEST(SearchRequest, HasDefaults) {
  const SearchRequest request = parse_search_request({});
  EXPECT_EQ(request, SearchRequest{});
  EXPECT_EQ(request.effective_sort(), Sort::Newest);
  EXPECT_EQ(parse_search_request({{"q", "x"}}).effective_sort(), Sort::Relevance);
  EXPECT_TRUE(request.wants_facet("tag"));
}

TEST(SearchRequest, TakesEveryParameter) {
  const SearchRequest request = parse_search_request({{"q", "rain"},
                                                      {"author", "Anna"},
                                                      {"author", "!Tom"},
                                                      {"country", "ukraine"},
                                                      {"country", "-"},
                                                      {"section", "!-"},
                                                      {"from", "2023"},
                                                      {"to", "2024-05"},
                                                      {"sort", "oldest"},
                                                      {"page", "2"},
                                                      {"per_page", "50"},
                                                      {"facets", "author,date"},
                                                      {"facet_size", "3"},
                                                      {"date_interval", "week"},
                                                      {"collapse", "stories"}});
  EXPECT_EQ(to_query_string(request),
            "q=rain&author=Anna&author=%21Tom&country=UA&country=-&section=%21-&from=2023&"
            "to=2024-05&sort=oldest&page=2&per_page=50&facets=author%2Cdate&facet_size=3&"
            "date_interval=week&collapse=stories");
  EXPECT_TRUE(request.wants_facet("date"));
  EXPECT_FALSE(request.wants_facet("tag"));
}

TEST(SearchRequest, LeavesOutEmptyFieldsOfAForm) {
  EXPECT_EQ(parse_search_request({{"q", ""}, {"author", ""}, {"from", ""}}), SearchRequest{});
}

TEST(SearchRequest, NamesWhatIsWrongAndWhatWasExpected) {
  struct Row {
    Parameters parameters;
    std::string parameter;
    std::string words;
  };
  const std::vector<Row> table{
      {{{"pgae", "1"}}, "pgae", "did you mean \"page\"?"},
      {{{"contry", "UA"}}, "contry", "did you mean \"country\"?"},
      {{{"zzzzzzzzzz", "1"}}, "zzzzzzzzzz", "expected one of"},
      {{{"collapse", "yes"}}, "collapse", "expected one of stories, got \"yes\""},
      {{{"page", "0"}}, "page", "whole number from 1"},
      {{{"page", "1000000000000"}}, "page", "whole number from 1"},
      {{{"page", "-1"}}, "page", "got \"-1\""},
      {{{"page", "1e3"}}, "page", "got \"1e3\""},
      {{{"page", "2000"}}, "page", "cursor"},
      {{{"per_page", "101"}}, "per_page", "1 to 100"},
      {{{"sort", "best"}}, "sort", "relevance, newest, oldest"},
      {{{"date_interval", "hour"}}, "date_interval", "auto, year, month, week, day"},
      {{{"facets", "autor"}}, "facets", "autor"},
      {{{"country", "Atlantis"}}, "country", "Atlantis"},
      {{{"from", "2024-02-30"}}, "from", "February 2024 has no day 30"},
      {{{"from", "2024"}, {"to", "2023"}}, "to", "before \"from\""},
      {{{"page", "1"}, {"page", "2"}}, "page", "given twice"},
      {{{"author", "\xff"}}, "author", "UTF-8"},
      {{{"author", std::string(3000, 'x')}}, "author", "at most 2048 bytes"},
  };
  for (const Row& row : table) {
    const auto [parameter, words] = problem(row.parameters);
    EXPECT_EQ(parameter, row.parameter);
    EXPECT_THAT(words, HasSubstr(row.words)) << row.parameter;
  }
}

TEST(SearchRequest, IsTheSameReadBackFromItsQueryString) {
  SearchRequest request =
      parse_search_request({{"q", "a&b=c+d ü"}, {"tag", "x y"}, {"facets", "none"}});
  EXPECT_EQ(to_query_string(request), "q=a%26b%3Dc%2Bd+%C3%BC&tag=x+y&facets=none");
  EXPECT_THAT(*request.facets, ElementsAre());
}

}  // namespace
}  // namespace news

#include "indexer/section_of_url.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace news {
namespace {

TEST(SectionOfUrl, IsTheFirstPartOfThePathThatSaysSomething) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"https://a.example/world/europe/2024/05/15/rain-in-kyiv", "World"},
      {"https://a.example/2024/05/15/world/europe/rain.html", "World"},
      {"https://a.example/en/politics/rain-in-kyiv-123/", "Politics"},
      {"https://a.example/en-gb/sport/football/rain", "Sport"},
      {"https://a.example/us-news/2024/may/15/rain", "US news"},
      {"https://a.example/news/uk-politics/article/rain", "UK politics"},
      {"https://a.example/article/business/rain", "Business"},
      {"https://a.example/amp/climate_change/rain", "Climate change"},
      {"https://a.example/wirtschaft/rain?x=/y/z", "Wirtschaft"},
      {"https://a.example/%D0%BF%D0%BE%D0%BB%D1%96%D1%82%D0%B8%D0%BA%D0%B0/rain", "Політика"},
      {"https://a.example/économie/rain", "Économie"},
      {"https://a.example/tv/rain", "TV"},
  };
  for (const auto& [url, section] : table) EXPECT_EQ(section_of_url(url), section) << url;
}

TEST(SectionOfUrl, IsNothingWhereTheAddressNamesNone) {
  for (const std::string url :
       {"https://a.example/", "https://a.example", "https://a.example/rain",
        "https://a.example/news/rain", "https://a.example/2024/05/15/rain",
        "https://a.example/article/123/rain", "https://a.example/uk/rain",
        "https://a.example/rain-falls-on-kyiv-again-today/comments",
        "https://a.example/author/world/rain", "https://a.example/wp-content/world/rain.pdf",
        "https://a.example/a1b2c3/rain", "https://a.example/index.php/rain",
        "https://a.example/%ff%fe/rain", "https://a.example/%2/rain", "urn:world:rain", ""}) {
    EXPECT_EQ(section_of_url(url), "") << url;
  }
}

}  // namespace
}  // namespace news

#include "common/url.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace news {
namespace {

TEST(CanonicalUrl, IsOneNameForAPage) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"HTTP://News.Example:80/A?b=C#frag", "http://news.example/A?b=C"},
      {"https://news.example:443", "https://news.example/"},
      {"https://news.example:8443/x", "https://news.example:8443/x"},
      {"https://news.example?", "https://news.example/"},
      {"https://news.example/x?", "https://news.example/x"},
      {"https://news.example/x?#", "https://news.example/x"},
      {"https://news.example/x#!/story/7", "https://news.example/x#!/story/7"},
      {"https://news.example/x#!", "https://news.example/x"},
  };
  for (const auto& [url, canonical] : table) {
    EXPECT_EQ(canonical_url(url), canonical);
    EXPECT_EQ(canonical_url(canonical), canonical);
  }
}

TEST(CanonicalUrl, LeavesOutWhatTracksReadersAndNothingElse) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"utm_source=x&utm_medium=y", ""},
      {"id=7&utm_source=x&p=2", "?id=7&p=2"},
      {"UTM_Campaign=x&id=7", "?id=7"},
      {"fbclid=1&gclid=2&mc_cid=3&mc_eid=4&yclid=5&igshid=6&_ga=7", ""},
      {"CMP=share_btn_tw&smid=nytcore&ocid=socialflow&xtor=RSS-1&at_medium=x", ""},
      {"b=2&a=1", "?b=2&a=1"},
      {"story=1&p=2&ref=home&page=3&source=x", "?story=1&p=2&ref=home&page=3&source=x"},
      {"a=1&&b=2&", "?a=1&b=2"},
      {"utm_source", ""},
      {"q=utm_source=x", "?q=utm_source=x"},
      {"a=%26utm_source=x", "?a=%26utm_source=x"},
  };
  for (const auto& [query, kept] : table) {
    EXPECT_EQ(canonical_url("https://a.example/x?" + query), "https://a.example/x" + kept);
  }
}

TEST(ResolveUrl, IsTheAddressAsSeenFromItsBase) {
  struct Row {
    std::string reference, base, expected;
  };
  const std::string base = "https://news.example/world/index.html?p=1";
  const std::vector<Row> table{
      {"rain", base, "https://news.example/world/rain"},
      {"../a b", base, "https://news.example/a%20b"},
      {"/rain?id=7#top", base, "https://news.example/rain?id=7#top"},
      {"//cdn.example/x.jpg", base, "https://cdn.example/x.jpg"},
      {" http://other.example/x\n", base, "http://other.example/x"},
      {"mailto:desk@news.example", base, "mailto:desk@news.example"},
      {"/rain", "", "/rain"},
      {"", base, ""},
      {"http://other.example/a b.jpg", base, "http://other.example/a%20b.jpg"},
      {"/f\u00E4hre?q=%C3%A4", base, "https://news.example/f%C3%A4hre?q=%C3%A4"},
      {"\xff", base, "https://news.example/world/%EF%BF%BD"},
      {"rain?50%", base, "rain?50%"},
  };
  for (const Row& row : table) EXPECT_EQ(resolve_url(row.reference, row.base), row.expected);
}

}  // namespace
}  // namespace news

#include "common/text.h"

#include <gtest/gtest.h>

#include "common/country.h"
#include "common/html_text.h"
#include "common/language.h"
#include "common/url.h"

namespace news {
namespace {

TEST(Text, FindsInvalidUtf8) {
  EXPECT_FALSE(find_invalid_utf8("Київ 安全 🙂"));
  EXPECT_EQ(find_invalid_utf8("ab\xff"), 2u);
  EXPECT_EQ(find_invalid_utf8("a\xc0\xaf"), 1u);     // an overlong form
  EXPECT_EQ(find_invalid_utf8("\xed\xa0\x80"), 0u);  // half of a surrogate pair
  EXPECT_EQ(find_invalid_utf8("ok \xe2\x82"), 3u);   // cut off
  EXPECT_EQ(repair_utf8("a\xff"
                        "b"),
            "a\xef\xbf\xbd"
            "b");
}

TEST(Text, IsCleanedOfControlsAndNormalised) {
  EXPECT_EQ(clean_text(" a\r\nb\rc\td\x01 "), "a\nb\nc d");
  EXPECT_EQ(clean_text("e\u0301"), "\u00e9");
  EXPECT_EQ(clean_line(" a \n\n b\tc "), "a b c");
  EXPECT_EQ(clean_text(std::string("a\0b", 3)), "a b");
  EXPECT_EQ(clean_line(""), "");
}

TEST(Text, IsEscapedAndCutSafely) {
  EXPECT_EQ(escape_html("<a href=\"x\">'&'</a>"),
            "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  EXPECT_EQ(truncate_utf8("Київ", 3), "К");
  EXPECT_EQ(percent_encode("a b/ü?"), "a%20b%2F%C3%BC%3F");
}

TEST(Text, BeginningsAreInTheOrderOfTheTexts) {
  const std::vector<std::string> texts{"",          "A",         "A ", "Ann",     "Annabel A",
                                       "Annabel B", "Annabella", "Zo", "\u00c5sa"};
  for (std::size_t i = 1; i < texts.size(); ++i) {
    EXPECT_LE(beginning_of(texts[i - 1]), beginning_of(texts[i])) << texts[i];
  }
  EXPECT_LT(beginning_of("Annabel B"), beginning_of("Annabella"));
  EXPECT_EQ(beginning_of("Annabel A"), beginning_of("Annabel B"));
}

TEST(Text, NamesTheNearestWord) {
  EXPECT_EQ(nearest_word("pgae", {"page", "sort"}), "page");
  EXPECT_EQ(nearest_word("contry", {"country", "author"}), "country");
  EXPECT_FALSE(nearest_word("zzzzzz", {"page", "sort"}));
}

TEST(Country, IsKnownByCodeAndByNameInManyLanguages) {
  for (const std::string name : {"UA", "ua", "UKR", "Ukraine", "Україна", "Ucrania", "UKRAINE "}) {
    EXPECT_EQ(country_code(name), "UA") << name;
  }
  const std::vector<std::pair<std::string, std::string>> table{
      {"Deutschland", "DE"}, {"U.S.", "US"},           {"USA", "US"},     {"United States", "US"},
      {"UK", "GB"},          {"Czech Republic", "CZ"}, {"Czechia", "CZ"}, {"Côte d’Ivoire", "CI"},
      {"Ivory Coast", "CI"}, {"Türkiye", "TR"},        {"Turkey", "TR"},  {"South Korea", "KR"},
      {"North Korea", "KP"}, {"Russia", "RU"},         {"Myanmar", "MM"}, {"日本", "JP"},
      {"États-Unis", "US"},  {"Georgia", "GE"}};
  for (const auto& [name, code] : table) EXPECT_EQ(country_code(name), code) << name;
  for (const std::string name : {"", "Atlantis", "XX", "EU", "419"}) {
    EXPECT_FALSE(country_code(name)) << name;
  }
  EXPECT_EQ(country_name("UA"), "Ukraine");
  EXPECT_EQ(country_name("UA", "de"), "Ukraine");
  EXPECT_EQ(country_name("DE", "fr"), "Allemagne");
}

TEST(Language, HasAName) {
  EXPECT_EQ(language_name("uk"), "Ukrainian");
  EXPECT_EQ(language_name("??"), "??");
}

TEST(Url, OfTheWebIsToldFromOthers) {
  for (const std::string url : {"http://a.example", "HTTPS://a.example/x?y#z"}) {
    EXPECT_TRUE(is_web_url(url)) << url;
  }
  for (const std::string url : {"javascript:alert(1)", "ftp://a", "http://", "https:///x",
                                "a.example", "http://a b", "http://a\"", "", "data:text/html,x"}) {
    EXPECT_FALSE(is_web_url(url)) << url;
  }
}

TEST(HtmlText, KeepsParagraphsAndNothingElse) {
  EXPECT_EQ(
      html_text("<p>One &amp; <b>two</b>.</p><script>x()</script><p>Three&nbsp;<i>four</i></p>"),
      "One & two.\n\nThree\u00a0four");
  EXPECT_EQ(html_text("plain"), "plain");
  EXPECT_EQ(html_text(""), "");
}

TEST(HtmlText, IsNotHurtByDeepNesting) {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  EXPECT_NO_FATAL_FAILURE(html_text(html + "deep"));
}

}  // namespace
}  // namespace news

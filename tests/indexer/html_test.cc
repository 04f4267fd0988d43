#include "indexer/readers/html.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "common/error.h"
#include "indexer/html/main_text.h"
#include "indexer/html/page.h"
#include "indexer/html/page_article.h"
#include "indexer/html/page_charset.h"
#include "indexer/html/visible.h"

namespace news::html {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

const std::string sentence =
    "The harbour was quiet on Thursday, the guard said, but for a cat that fell into the water.";

std::string page_with(const std::string& head, const std::string& body = {}) {
  return "<html><head>" + head + "</head><body><h1>Quiet night</h1><p>" + sentence + "</p>" + body +
         "</body></html>";
}

SourceArticle article_with(const std::string& head, const std::string& body = {}) {
  return article_of_page(page_with(head, body), {.url = "https://post.example/quiet"});
}

std::string rejection_of(const std::string& page) {
  try {
    article_of_page(page, {});
  } catch (const BadArticle& bad) {
    return bad.what();
  }
  return {};
}

TEST(HtmlKnows, WhatBeginsAsAPageWhateverStandsBefore) {
  for (const char* page :
       {"<!DOCTYPE html><html>", "\xef\xbb\xbf  <!doctype HTML >", "<!-- saved --><HTML lang=en>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\">",
        "<head><title>", "<p>Only a fragment</p>"}) {
    EXPECT_TRUE(knows_html(page, "")) << page;
  }
}

TEST(HtmlKnows, NoOtherXmlAndNoText) {
  for (const char* other :
       {"<?xml version=\"1.0\"?><rss version=\"2.0\">", "<feed xmlns=\"x\">", "<nitf>",
        "<!DOCTYPE nitf SYSTEM \"nitf.dtd\">", "{\"id\":1}", "headers are not html", "<pre", ""}) {
    EXPECT_FALSE(knows_html(other, "page.html")) << other;
  }
}

TEST(HtmlPage, NestedAHundredThousandDeepIsRefusedClearly) {
  const std::string deep = repeated("<div>", 100'000) + sentence;
  EXPECT_THAT(rejection_of(deep), HasSubstr("nests elements more than 10,000 deep"));
}

TEST(HtmlPage, NestedDeeperThanTheTreeKeepsItsTextInOrder) {
  const std::string deep = "<h1>Deep</h1>" + repeated("<div>", 2000) + "<p>" + sentence + "</p>";
  EXPECT_EQ(article_of_page(deep, {}).body, sentence);
}

TEST(HtmlPage, AMillionElementsAreRefused) {
  EXPECT_THAT(rejection_of(repeated("<br>", 1'000'001)), HasSubstr("more than a million elements"));
}

TEST(HtmlPage, StrayEndTagsWithoutEndAreRefused) {
  const std::string hostile = repeated("<div>", 9'000) + repeated("</x>", 50'000);
  EXPECT_THAT(rejection_of(hostile), HasSubstr("end tags that close nothing"));
}

TEST(HtmlPage, NulBytesDoNotEndIt) {
  const std::string page = page_with("") + std::string(10, '\0') + "<p>" + sentence + " Again.</p>";
  EXPECT_THAT(article_of_page(page, {}).body, HasSubstr("Again."));
}

TEST(HtmlArticle, JsonLdIsBelievedBeforeMetaTags) {
  const SourceArticle article = article_with(
      R"(<meta property="article:published_time" content="2020-01-01">
         <script type="application/ld+json">{"@type":"BlogPosting","headline":"Quiet night",
         "datePublished":"2024-05-15T10:00:00Z","author":["A. Holm","B. Rask"]}</script>)");
  EXPECT_EQ(article.published, "2024-05-15T10:00:00Z");
  ASSERT_EQ(article.authors.size(), 2u);
  EXPECT_EQ(article.authors[1].name, "B. Rask");
}

TEST(HtmlArticle, BrokenJsonLdIsMendedWhereThatIsPlain) {
  for (const char* script :
       {"{\"@type\":\"NewsArticle\",\"description\":\"Two\nlines\",}",
        "<!-- {\"@type\":\"NewsArticle\",\"description\":\"Two lines\"} -->",
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"description\":\"Two lines\"};\n//]]>",
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;description&quot;:&quot;Two lines&quot;}",
        "[{\"@type\":\"http://schema.org/NewsArticle\",\"description\":\"Two\\' lines\"}]"}) {
    const SourceArticle article =
        article_with("<script type=\"application/ld+json\">" + std::string(script) + "</script>");
    EXPECT_THAT(article.standfirst, testing::StartsWith("Two")) << script;
  }
}

TEST(HtmlArticle, OfSeveralInJsonLdTheOneAtThisAddressCounts) {
  const SourceArticle article = article_with(
      R"(<link rel="canonical" href="https://post.example/quiet">
         <script type="application/ld+json">[
         {"@type":"NewsArticle","url":"https://post.example/loud","articleSection":"Loud"},
         {"@type":"NewsArticle","url":"https://post.example/quiet/","articleSection":"Quiet"}]</script>)");
  EXPECT_EQ(article.section, "Quiet");
}

TEST(HtmlArticle, ADateThatNobodyCanReadGivesWayToTheNext) {
  const SourceArticle article = article_with(
      R"(<meta property="article:published_time" content="yesterday at tea time">
         <meta name="dc.date" content="2024-02-29">)");
  EXPECT_EQ(article.published, "2024-02-29");
}

TEST(HtmlArticle, AddressesAreSeenFromThePage) {
  const SourceArticle article = article_with(
      R"(<link rel="canonical" href="../quiet?a=1"><meta property="og:image" content="/cat.jpg">)");
  EXPECT_EQ(article.url, "https://post.example/quiet?a=1");
  EXPECT_EQ(article.image.url, "https://post.example/cat.jpg");
}

TEST(HtmlArticle, WithoutAnAddressTheFileNamesIt) {
  const SourceArticle article = article_of_page(page_with(""), {.name = "folder/quiet.html"});
  EXPECT_EQ(article.id, "folder/quiet.html");
  EXPECT_EQ(article.url, "");
}

TEST(HtmlArticle, TheSitesNameIsNoPartOfTheTitle) {
  EXPECT_EQ(without_site_name("Quiet night | The Post", "The Post", ""), "Quiet night");
  EXPECT_EQ(without_site_name("The Post: Quiet night", "The Post", ""), "Quiet night");
  EXPECT_EQ(without_site_name("Quiet night - post.example", "", "https://post.example/x"),
            "Quiet night");
  EXPECT_EQ(without_site_name("Quiet - a night", "The Post", "https://post.example/x"),
            "Quiet - a night");
}

TEST(HtmlArticle, ThePagesOwnTextIsTakenBeforeAShorterOneInJsonLd) {
  const std::string head =
      R"(<script type="application/ld+json">{"@type":"Article","articleBody":")" +
      repeated("It was all told in the script. ", 20) + R"("}</script>)";
  EXPECT_THAT(article_with(head).body, testing::StartsWith("It was all told"));
  EXPECT_EQ(article_with(head, repeated("<p>" + sentence + "</p>", 10)).body.find("told"),
            std::string::npos);
}

TEST(MainText, LeavesOutWhatStandsAroundAndBetween) {
  const std::string body =
      "<div class='share-tools'><p>" + sentence + " Share.</p></div><aside><p>" + sentence +
      " Aside.</p></aside><figure><img><figcaption>" + sentence +
      " Caption.</figcaption></figure>" + "<div id='cookieConsent'><p>" + sentence +
      " Cookie.</p></div><p>Read more: <a>Next</a></p>" + "<section class='comments-area'><p>" +
      sentence + " Comment.</p></section>";
  const std::string more = repeated("<p>" + sentence + "</p>", 12);
  const std::string text = article_with("", "<p>" + sentence + " Kept.</p>" + more + body).body;
  EXPECT_THAT(text, HasSubstr("Kept."));
  for (const char* left_out :
       {"Share.", "Aside.", "Caption.", "Cookie.", "Read more", "Comment."}) {
    EXPECT_THAT(text, Not(HasSubstr(left_out)));
  }
}

TEST(MainText, KeepsSubheadingsListsAndTheCellsOfARowTogether) {
  const std::string text =
      article_with("",
                   "<h2>Scores</h2><ul><li>Holm one</li></ul><table><tr><td>Rask</td>"
                   "<td>2</td></tr></table><p>" +
                       sentence + "</p>")
          .body;
  EXPECT_EQ(text, sentence + "\n\nScores\n\nHolm one\n\nRask 2\n\n" + sentence);
}

TEST(PageCharset, IsWhatTheBytesAreNotWhatThePageSays) {
  // "Привет, мир" over and over in windows-1251, said to be ISO-8859-1.
  const std::string cyrillic = repeated("\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0. ", 20);
  EXPECT_THAT(decode_page("<meta charset=iso-8859-1><p>" + cyrillic, {}), HasSubstr("Привет, мир"));
  EXPECT_THAT(decode_page("<meta charset=windows-1251>Grüße", {}), HasSubstr("Grüße"));
  EXPECT_THAT(decode_page("<meta charset=utf-8>Gr\xfc\xdf"
                          "e aus der Stadt",
                          {}),
              HasSubstr("Grüße"));
  EXPECT_THAT(decode_page("Gr\xfc\xdf"
                          "e",
                          "ISO-8859-1"),
              HasSubstr("Grüße"));
  EXPECT_EQ(decode_page("\x1b$B$3\x1b(B<meta charset=iso-2022-jp>", {}).substr(0, 3), "こ");
}

TEST(PageCharset, IsDeclaredInManyWays) {
  EXPECT_EQ(declared_charset("<META CHARSET='Shift_JIS'>"), "shift_jis");
  EXPECT_EQ(
      declared_charset("<meta http-equiv=Content-Type content=\"text/html; charset=KOI8-R\">"),
      "koi8-r");
  EXPECT_EQ(declared_charset("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><html>"),
            "iso-8859-2");
  EXPECT_EQ(declared_charset("<meta name=viewport content=x>"), "");
}

}  // namespace
}  // namespace news::html

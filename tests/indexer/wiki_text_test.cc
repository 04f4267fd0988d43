#include "indexer/text/wiki_text.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/growth.h"

namespace news {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(WikiText, MarkupBecomesText) {
  const std::pair<const char*, const char*> cases[]{
      {"'''Bold''' and ''italic''", "Bold and italic"},
      {"[[a|b]] [[c]] [[w:D (x)|e]]", "b c e"},
      {"see [http://x.example the report]", "see the report"},
      {"{{w|Foo|bar}} {{w|Baz}} {{unknown|x}}end", "bar Baz end"},
      {"one{{a|{{b|c}}}} two", "one two"},
      {"a<ref name=\"x\" /> b<ref>note</ref> c<!-- d -->", "a b c"},
      {"one\ntwo\n\nthree\n* four\n* five", "one two\n\nthree\n\nfour\n\nfive"},
      {"text\n== Sources ==\n* gone", "text"},
      {"{|\n| cell\n|}\nafter", "after"},
      {"{{broken and [[open", "broken and open"},
      {"AT&amp;T&nbsp;says", "AT&T says"},
      {"[[File:x.jpg|thumb|200px|A [[b|caption]]]]text", "text"},
      {"[[de:Artikel]]text", "text"},
  };
  for (const auto& [markup, text] : cases) EXPECT_EQ(read_wiki_text(markup).body, text) << markup;
}

TEST(WikiText, HundredThousandBracesTakeLinearTime) {
  for (const char* mark :
       {"{{", "[[", "{{w|", "{|\n", "<ref>", "<!--", "[http", "}}", "<a ", "{{a|[["}) {
    const auto read_many = [mark](std::size_t many) {
      read_wiki_text(repeated(mark, many) + "text");
      read_wiki_text(repeated(mark, many) + "text" + repeated("}}]]\n|}", many));
    };
    EXPECT_LT(growth(25'000, read_many), linear_at_most) << mark;
  }
}

}  // namespace
}  // namespace news

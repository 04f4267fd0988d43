#include "indexer/xml_elements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/xml_text.h"
#include "tests/support/text_stream.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::size_t enough = 1u << 20;

bool is_item(std::string_view name, int) { return name == "item"; }

/// The text of each item with its line, "1:text"; what broke comes last.
std::vector<std::string> items_of(std::string_view xml, std::size_t max_element = enough) {
  TextStream bytes(xml, 7);
  XmlElements elements(bytes, max_element, is_item);
  std::vector<std::string> items;
  try {
    while (const XmlNode* item = elements.next()) {
      items.push_back(std::to_string(elements.line()) + ':' + xml::text(item));
    }
  } catch (const BrokenXml& broken) {
    items.push_back(std::to_string(broken.line()) + "! " + broken.what());
  }
  return items;
}

TEST(XmlElements, GivesEachElementAskedForWithItsLine) {
  EXPECT_THAT(items_of("<feed>\n<title>x</title>\n<item>a<b>c</b></item><item/>\n<item>d</item>"
                       "</feed>"),
              ElementsAre("3:ac", "3:", "4:d"));
}

TEST(XmlElements, AsksForEachElementWithItsDepth) {
  TextStream bytes("<a><b><c/></b><d/></a>");
  std::string asked;
  XmlElements elements(bytes, enough, [&](std::string_view name, int depth) {
    asked += std::string(name) + std::to_string(depth) + ' ';
    return name == "b";
  });
  while (elements.next() != nullptr) continue;
  EXPECT_EQ(asked, "a0 b1 d1 ");
}

TEST(XmlElements, AnItemThatIsNotWellFormedCostsNoOther) {
  EXPECT_THAT(items_of("<feed><item>Q&A <b>bold</item><item>3 < 4</i></item></feed>"),
              ElementsAre("1:Q&A bold", "1:3 < 4"));
}

TEST(XmlElements, AnItemThatIsNotClosedEndsWhereTheNextBegins) {
  TextStream bytes("<feed><item>a<b>b<item>c</item></feed>");
  XmlElements elements(bytes, enough, is_item, "item");
  EXPECT_EQ(xml::text(elements.next()), "ab");
  EXPECT_EQ(xml::text(elements.next()), "c");
  EXPECT_EQ(elements.next(), nullptr);
}

TEST(XmlElements, WhatStandsBeforeABreakIsGiven) {
  EXPECT_THAT(items_of("<feed><item>a</item>\n<item>b</item>\n<item>c"),
              ElementsAre("1:a", "2:b", HasSubstr("3! breaks off before its end")));
  EXPECT_THAT(items_of("<feed><item>a</item></feed>\nsomething behind"),
              ElementsAre("1:a", HasSubstr("! is not well-formed XML")));
}

TEST(XmlElements, SeveralDocumentsMayStandOneAfterAnother) {
  EXPECT_THAT(items_of("<feed><item>a</item></feed>\n<?xml version='1.0'?>\n<item>b</item>\n"),
              ElementsAre("1:a", "3:b"));
}

TEST(XmlElements, EntitiesOfTheDocumentAreRefused) {
  EXPECT_THAT(items_of("<!DOCTYPE feed [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n"
                       "<feed><item>&x;</item></feed>"),
              ElementsAre(HasSubstr("2! declares XML entities of its own")));
}

TEST(XmlElements, ABombOfEntitiesIsRefusedBeforeItGrows) {
  std::string bomb = "<!DOCTYPE feed [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 100; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ';';
    bomb += "<!ENTITY a" + std::to_string(i) + " '" + inner + inner + "'>";
  }
  EXPECT_THAT(items_of(bomb + "]><feed><item>&a99;</item></feed>"),
              ElementsAre(HasSubstr("declares XML entities")));
}

TEST(XmlElements, AnElementBeyondTheBoundIsRefusedAndThoseBeforeAreGiven) {
  const std::string large(40'000, 'x');
  EXPECT_THAT(items_of("<feed><item>a</item><item>" + large + "</item></feed>", 1000),
              ElementsAre("1:a", HasSubstr("1! an element is longer than")));
}

TEST(XmlElements, WhatIsNotAskedForHasNoBound) {
  const std::string large(40'000, 'x');
  EXPECT_THAT(items_of("<feed><other>" + large + "</other><item>a</item></feed>", 1000),
              ElementsAre("1:a"));
}

TEST(XmlElements, AThousandLevelsAreNoHarm) {
  std::string xml = "<feed><item>";
  for (int i = 0; i < 1000; ++i) xml += "<a>";
  xml += "deep";
  for (int i = 0; i < 1000; ++i) xml += "</a>";
  EXPECT_THAT(items_of(xml + "</item><item>b</item></feed>"), ElementsAre("1:deep", "1:b"));
}

TEST(XmlElements, ABrokenStreamGivesWhatCameBefore) {
  class Breaking : public ByteStream {
   public:
    std::size_t read(char* buffer, std::size_t size) override {
      if (is_read_) throw BadSource("is truncated");
      is_read_ = true;
      return std::string("<feed><item>a</item><item>b</item><item>").copy(buffer, size);
    }

   private:
    bool is_read_ = false;
  };
  Breaking bytes;
  XmlElements elements(bytes, enough, is_item);
  EXPECT_THROW(while (elements.next() != nullptr) continue, BadSource);
}

const XmlNode* read_item(XmlElements& elements) { return elements.next(); }

TEST(XmlNode, IsFoundByLocalNamesWhateverThePrefix) {
  TextStream bytes(
      "<feed xmlns:d='urn:dc' xml:lang='de' xml:base='https://a.example/b/'>"
      "<item xml:base='c/'><d:creator x:role='r'>A</d:creator><z:date>B</z:date>"
      "<meta><p>one</p> <p>two</p></meta></item></feed>");
  XmlElements elements(bytes, enough, is_item);
  const XmlNode* item = read_item(elements);
  EXPECT_EQ(xml::text(xml::first(item, "creator")), "A");
  EXPECT_EQ(xml::name_space(xml::first(item, "creator")), "urn:dc");
  EXPECT_EQ(xml::attribute(xml::first(item, "creator"), "role"), "r");
  EXPECT_EQ(xml::text(xml::first(item, "date")), "B");
  EXPECT_EQ(xml::text(xml::next(xml::at(item, "meta/p"), "p")), "two");
  EXPECT_EQ(xml::text(xml::find(item, "p")), "one");
  EXPECT_EQ(xml::markup(xml::first(item, "meta")), "<p>one</p> <p>two</p>");
  EXPECT_EQ(xml::language(item), "de");
  EXPECT_EQ(xml::base(item), "https://a.example/b/c/");
  EXPECT_EQ(xml::at(item, "meta/q"), nullptr);
  EXPECT_EQ(xml::text(nullptr), "");
}

TEST(XmlText, IsInParagraphsWithoutWhatIsLeftOut) {
  TextStream bytes(
      "<item><hl2>Head</hl2><p>one <em>two</em>\n three</p><media><p>caption</p></media>"
      "<table><tr><td>a</td><td>b</td></tr></table><script>no</script>tail &amp; end</item>");
  XmlElements elements(bytes, enough, is_item);
  EXPECT_EQ(block_text(read_item(elements), {"media"}),
            "Head\n\none two three\n\na b\n\ntail & end");
}

}  // namespace
}  // namespace news

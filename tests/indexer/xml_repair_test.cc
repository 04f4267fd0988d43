#include "indexer/xml_repair.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/text_stream.h"

namespace news {
namespace {

using namespace std::string_view_literals;

/// The documents that come of `xml`, each in one string, read in pieces of any size.
std::vector<std::string> repaired(std::string_view xml, std::size_t piece = 5) {
  TextStream bytes(xml, piece);
  XmlRepair repair(bytes);
  std::vector<std::string> documents;
  while (const auto part = repair.read()) {
    if (part->begins_document) documents.emplace_back();
    documents.back() += part->text;
  }
  return documents;
}

struct Mended {
  std::string_view what;
  std::string_view xml;
  std::string_view expected;
};

constexpr Mended mended[] = {
    {"well-formed XML stays", R"(<a b="c">d<e/></a>)", R"(<a b="c">d<e/></a>)"},
    {"a bare ampersand", "<a>Q&A & more &x</a>", "<a>Q&amp;A &amp; more &amp;x</a>"},
    {"entities of XML stay", "<a>&lt;&amp;&#65;&#x42;</a>", "<a>&lt;&amp;&#65;&#66;</a>"},
    {"entities of HTML", "<a>&nbsp;&eacute;&hellip;</a>", "<a>&#160;&#233;&#8230;</a>"},
    {"numbers of windows-1252", "<a>&#146;</a>", "<a>\u2019</a>"},
    {"numbers XML forbids", "<a>&#0;&#x1f;&#xd800;&#1114112;</a>", "<a>    </a>"},
    {"characters XML forbids", "<a>\x01\x0b\xef\xbf\xbf</a>", "<a>   </a>"},
    {"a bare less-than sign", "<a>3 < 4 <5</a>", "<a>3 &lt; 4 &lt;5</a>"},
    {"the end of a CDATA section alone", "<a>]]></a>", "<a>]]&gt;</a>"},
    {"a CDATA section stays", "<a><![CDATA[<b>&nbsp;]]></a>", "<a><![CDATA[<b>&nbsp;]]></a>"},
    {"an element not closed", "<a><b>c</a>", "<a><b>c</b></a>"},
    {"an end without beginning", "<a>b</c></a>", "<a>b</a>"},
    {"ends in the wrong order", "<a><b><c>d</b></c></a>", "<a><b><c>d</c></b></a>"},
    {"an attribute without quotes", "<a b=c d>e</a>", R"(<a b="c" d="d">e</a>)"},
    {"an attribute twice", R"(<a b="1" b="2"/>)", R"(<a b="1"/>)"},
    {"signs in an attribute", R"(<a b='<"&'/>)", R"(<a b="&lt;&quot;&amp;"/>)"},
    {"a tag that another runs into", "<a><b <c>d</c></b></a>", "<a><b><c>d</c></b></a>"},
    {"comments", "<a>b<!-- -- <c> -->d</a>", "<a>bd</a>"},
    {"instructions and the declaration", "<?xml version='1.0'?><a>b<?php c ?>d</a>", "<a>bd</a>"},
    {"a DOCTYPE", "<!DOCTYPE a SYSTEM 'x.dtd' [<!ELEMENT a ANY>]><a>b</a>", "<a>b</a>"},
    {"line ends of what is left out", "<!--\n--><a\n>b<!--\n--></a>", "\n<a\n>b\n</a>"},
};

TEST(XmlRepair, MakesWhatIsFoundWellFormed) {
  for (const Mended& each : mended) {
    for (const std::size_t piece : {1, 3, 1000}) {
      EXPECT_EQ(repaired(each.xml, piece), std::vector{std::string(each.expected)}) << each.what;
    }
  }
}

TEST(XmlRepair, TellsDocumentsApartThatStandOneAfterAnother) {
  EXPECT_EQ(repaired("<a>1</a>\n<?xml version='1.0'?>\n<!DOCTYPE b><b/><c>2</c>"),
            (std::vector<std::string>{"<a>1</a>\n", "\n<b/>", "<c>2</c>"}));
}

TEST(XmlRepair, LeavesTextOpenThatBreaksOff) {
  EXPECT_EQ(repaired("<a><b>c"), std::vector<std::string>{"<a><b>c"});
  EXPECT_EQ(repaired("<a><![CDATA[b"), std::vector<std::string>{"<a><![CDATA[b"});
}

TEST(XmlRepair, RefusesEntitiesOfTheDocumentButNotTheirMention) {
  TextStream bytes("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 7);
  XmlRepair repair(bytes);
  while (repair.read()) continue;
  ASSERT_TRUE(repair.refusal());
  EXPECT_EQ(repaired("<a><!-- <!ENTITY b 'c'> --></a>"), std::vector<std::string>{"<a></a>"});
}

TEST(XmlRepair, SetsElementsBesideEachOtherThatAreTooDeep) {
  std::string xml;
  for (int i = 0; i < 300; ++i) xml += "<a>";
  xml += "b";
  for (int i = 0; i < 300; ++i) xml += "</a>";
  const std::vector<std::string> documents = repaired(xml);
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].size(), XmlRepair::max_depth * 7 + 1);
}

TEST(XmlRepair, RefusesElementsNestedBeyondReason) {
  std::string xml;
  for (int i = 0; i < 100'000; ++i) xml += "<a>";
  TextStream bytes(xml, 1000);
  XmlRepair repair(bytes);
  while (repair.read()) continue;
  ASSERT_TRUE(repair.refusal());
}

TEST(XmlDecoder, KnowsTheEncodingByWhatIsThere) {
  EXPECT_EQ(xml_encoding("<?xml version='1.0' encoding='KOI8-R'?>"), "koi8-r");
  EXPECT_EQ(xml_encoding("<?xml version='1.0' encoding=\"ISO-8859-1\"?>"), "windows-1252");
  EXPECT_EQ(xml_encoding("<?xml version='1.0' encoding='utf-16'?>"), "UTF-8");
  EXPECT_EQ(xml_encoding("<?xml version='1.0' encoding='iso-8859-1'?><a>\u00e9</a>"), "UTF-8");
  EXPECT_EQ(xml_encoding("\xff\xfe<\0"sv), "UTF-16LE");
  EXPECT_EQ(xml_encoding("\0<\0?"sv), "UTF-16BE");
  EXPECT_EQ(xml_encoding("<a>"), "UTF-8");
}

struct Encoded {
  std::string_view bytes;
  std::string_view text;
};

constexpr Encoded encoded[] = {
    {"<a>\u017c</a>", "<a>\u017c</a>"},
    {"\xef\xbb\xbf<a/>", "<a/>"},
    {"<a>na\xefve \x93x\x94 \u017c</a>", "<a>na\u00efve \u201cx\u201d \u017c</a>"},
    {"<?xml version='1.0' encoding='windows-1251'?><a>\xcf</a>", "<a>\u041f</a>"},
    {"<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xfa</a>", "<a>\u65e5</a>"},
    {"<?xml version='1.0' encoding='no-such'?><a>\u017c</a>", "<a>\u017c</a>"},
    {"\xff\xfe<\0a\0/\0>\0"sv, "<a/>"},
    {"\0<\0a\0/\0>"sv, "<a/>"},
};

TEST(XmlDecoder, GivesUtf8WhateverTheEncoding) {
  for (const Encoded& each : encoded) {
    for (const std::size_t piece : {1, 1000}) {
      EXPECT_EQ(repaired(each.bytes, piece), std::vector{std::string(each.text)});
    }
  }
}

}  // namespace
}  // namespace news

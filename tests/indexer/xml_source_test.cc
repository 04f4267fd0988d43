#include "indexer/readers/xml_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace news {
namespace {

using namespace std::string_view_literals;

TEST(RootElement, IsFoundBehindWhateverStandsBeforeIt) {
  EXPECT_EQ(root_element("<?xml version='1.0'?><!-- <no> --><!DOCTYPE a [<!ELEMENT a ANY>]>\n<a>"),
            "a");
  EXPECT_EQ(root_element("\xef\xbb\xbf \n<x:a xmlns:x='urn:x'>"), "a");
  EXPECT_EQ(root_element("<!DOCTYPE a [<!ENTITY b 'c'>]><a x='y'>"), "a");
  EXPECT_EQ(root_element("\xff\xfe<\0a\0/\0>\0"sv), "a");
  EXPECT_EQ(root_element("text <a>"), "");
  EXPECT_EQ(root_element("{\"a\": \"<a>\"}"), "");
  EXPECT_EQ(root_element(""), "");
}

/// The format by which a source that begins so is read; empty if no format knows it.
std::string format_of(std::string_view beginning) {
  const auto& all = readers();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Reader& reader) {
    return reader.knows(beginning, "source");
  });
  return found == all.end() ? std::string() : std::string(found->name);
}

struct Beginning {
  std::string_view text;
  std::string_view format;
};

constexpr Beginning beginnings[] = {
    {"<?xml version='1.0'?>\n<!-- made by hand -->\n<rss version='0.92'><channel>", "rss"},
    {"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
     "xmlns='http://purl.org/rss/1.0/'>",
     "rss"},
    {"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
     "xmlns='http://my.netscape.com/rdf/simple/0.9/'>",
     "rss"},
    {"<feed xmlns='http://www.w3.org/2005/Atom'>", "atom"},
    {"<a:entry xmlns:a='http://www.w3.org/2005/Atom'>", "atom"},
    {"<!DOCTYPE nitf SYSTEM 'nitf-3-3.dtd'><nitf>", "nitf"},
    {"<contentSet><inlineXML><nitf>", "nitf"},
    {"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>", "newsml"},
    {"<newsItem guid='a'>", "newsml"},
    {"<NewsML Version='1.2'>", "newsml"},
    {"{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}", "jsonfeed"},
    {"{\"uri\": \"a\", \"versioncreated\": \"2024-05-14T00:00:00Z\"}", "ninjs"},
    {"[{\"uri\": \"a\", \"headline\": \"b\"}]", "ninjs"},
};

TEST(Format, IsKnownByTheBeginningOfItsContent) {
  for (const Beginning& each : beginnings)
    EXPECT_EQ(format_of(each.text), each.format) << each.text;
}

constexpr std::string_view others[] = {
    "<!DOCTYPE html><html><head><title>Feeds</title><link type='application/rss+xml'>",
    "<html xmlns='http://www.w3.org/1999/xhtml'><body><article>",
    "<mediawiki xmlns='http://www.mediawiki.org/xml/export-0.11/' version='0.11'>",
    "<!DOCTYPE lewis SYSTEM 'lewis.dtd'>\n<REUTERS TOPICS='YES'>",
    "{\"id\": \"a\", \"title\": \"About jsonfeed.org\"}",
    "{\"web_url\": \"https://a.example\", \"uri\": \"nyt://article/1\", \"headline\": {}}",
    "{\"id\": \"a\", \"media\": {\"uri\": \"b\", \"headline\": \"c\"}}",
    "A text about <rss> and <nitf>.",
};

TEST(Format, OfPagesWikisAndOtherJsonIsNoneOfFeedsAndAgencies) {
  for (const std::string_view text : others) {
    const std::string format = format_of(text);
    for (const std::string_view ours : {"rss", "atom", "nitf", "newsml", "jsonfeed", "ninjs"}) {
      EXPECT_NE(format, ours) << text;
    }
  }
}

}  // namespace
}  // namespace news

#include "common/stored_article.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "common/article_json.h"
#include "common/error.h"

namespace news {
namespace {

void expect_read_as_parsed(const std::string& json) {
  std::vector<std::string> warnings;
  const Article article = parse_article(json, warnings);
  const std::string stored = print_article(article);
  EXPECT_EQ(print_article(read_stored_article(stored)), stored);
  EXPECT_TRUE(read_stored_article(stored) == article) << stored;
}

TEST(StoredArticle, IsReadAsItWasParsed) {
  expect_read_as_parsed(R"({"id": "1", "title": "Only a headline"})");
  expect_read_as_parsed(
      R"({"id": "2", "url": "https://a.example/2", "title": "A \"quote\"", "standfirst": "S",
          "body": "One.\n\nTwo é \u4e2d\ud83d\ude00.", "published": "2024-05-03",
          "first_published": "2024", "updated": "2024-05-03T10:00:00+02:00",
          "countries": ["DE", "FR"], "places": ["Berlin"], "section": "World", "source": "Daily",
          "language": "pt-BR", "tags": ["a", "b"], "dateline": "BERLIN",
          "embargo_until": "2026-01-01T00:00:00Z", "correction": "Was wrong", "story": "1",
          "derived": ["countries"]})");
}

TEST(StoredArticle, QuotesAndBackslashesStandWhereverTheyLike) {
  for (const char* text : {R"(\")", R"(\\)", R"(\\\")", R"(\"\")", R"(\\\"x)", R"(x\"\\)",
                           R"(\n\")", R"(", "section": "\")"}) {
    expect_read_as_parsed(std::string(R"({"id": "1", "title": "T", "body": ")") + text +
                          R"(", "source": "S \" s"})");
  }
}

TEST(StoredArticle, AuthorsAreNamesOrMore) {
  expect_read_as_parsed(
      R"({"id": "1", "title": "T", "authors": ["Ann", {"name": "Ben", "role": "Editor",
          "bio": "B", "url": "https://a.example/ben"}, "Cy"],
          "image": {"url": "https://a.example/i.png", "caption": "C", "credit": "D"}})");
  expect_read_as_parsed(R"({"id": "1", "title": "T", "image": {"caption": "C"}})");
}

TEST(StoredArticle, KeepsFieldsNobodyKnows) {
  expect_read_as_parsed(
      R"({"id": "1", "title": "T", "wordcount": 3, "nested": {"a": [1, null, {"b": true}]},
          "zone": "x", "tags": ["a"]})");
  expect_read_as_parsed(
      R"({"id": "1", "title": "T", "a \"b\"": "x, } ] \" y \\", "empty": {}, "list": [],
          "desk": {"by": "A, B", "{": "}", "at": [[1.5, -2], "\u0001"]}, "live": false})");
}

TEST(StoredArticle, WhatNeverWasOneIsRefused) {
  for (const std::string text :
       {"", "{", "[]", R"({"title": 3})", R"({"id":"1","title":"a)", R"({"id":"1","title":"a\)",
        R"({"id":"1","title":"a"}{)", R"({"id":"1","title":"a",)", R"({"id":"1","tags":["a")",
        R"({"id":"1","title":"a","zone":)", R"({"id":"1","title":"a","zone":"b)",
        R"({"id":"1","title":"a","zone":[1})"}) {
    EXPECT_THROW(read_stored_article(text), BadArticle) << text;
  }
}

}  // namespace
}  // namespace news

#pragma once

#include <string>

#include "common/article_json.h"
#include "searchd/search_request.h"
#include "searchd/search_result.h"

namespace news {

/// Every field of an article.
inline Article full_article() {
  Article article;
  article.id = "https://paper.example/2024/a?b=1&c";
  article.url = "https://paper.example/2024/a?b=1&c";
  article.title = "Kyiv & Copenhagen sign a security pact";
  article.standfirst = "Ten years, 19 aircraft.";
  article.body = "The first paragraph.\n\nThe second.";
  article.authors = {{"Anna Kowalska", "Correspondent", "Anna writes about borders.",
                      "https://paper.example/anna"},
                     {"Lars Holm", "", "", ""}};
  article.published = parse_date("2024-05-15T14:02:00+03:00");
  article.first_published = parse_date("2024-05-14");
  article.updated = parse_date("2024-05-16T08:00:00Z");
  article.countries = {"UA", "DK"};
  article.section = "World";
  article.source = "The Paper";
  article.language = "uk";
  article.tags = {"defence", "treaties"};
  article.places = {"Kyiv", "Jutland"};
  article.derived = {"countries"};
  article.dateline = "KYIV";
  article.image = Image{"https://paper.example/a.jpg", "The signing", "M. Rossi"};
  article.correction = "An earlier version had another number.";
  article.extra = R"({"wordcount":512,"desk":{"name":"foreign"}})";
  return article;
}

inline Hit full_hit() {
  Hit hit;
  hit.article = full_article();
  hit.article.body.clear();
  hit.title_html = "Kyiv &amp; Copenhagen sign a <mark>security</mark> pact";
  hit.snippet_html = "… a <mark>security</mark> pact of ten years …";
  hit.score = 12.34567;
  hit.story = {.original = "first", .copies = 2};
  return hit;
}

inline SearchRequest full_request() {
  SearchRequest request;
  request.q = "security";
  request.filters[1].any = {"UA"};
  return request;
}

/// The answer to full_request(): 25 articles, of which one is shown.
inline SearchResult full_result() {
  SearchResult result;
  result.query = {"security", {}, {}};
  result.total = 25;
  result.stories = 20;
  result.revision = 812;
  result.took_ms = 3.456;
  result.hits = {full_hit()};
  result.facets = {
      {"author", {{"Anna Kowalska", "Anna Kowalska", 12, false}}, 3, 41, false},
      {"country", {{"UA", "Ukraine", 25, true}, {"DK", "Denmark", 4, false}}, 0, 17, false}};
  result.date = DateFacet{"month",
                          "UTC",
                          {{"2024-04-01", "2024-04-30", 0},
                           {"2024-05-01", "2024-05-31", 24},
                           {"2024-06-01", "2024-06-30", 1}},
                          2};
  result.next_cursor = "cursor";
  return result;
}

/// An article that tries to break out of a page in every field.
inline Article hostile_article() {
  const std::string evil = R"("><script>alert('1')</script>&amp;{{{evil}}})";
  Article article;
  article.id = evil;
  article.url = "https://paper.example/\"><script>";
  article.title = article.standfirst = article.body = article.dateline = article.correction = evil;
  article.authors = {{evil, evil, evil, "javascript:alert(1)"}};
  article.countries = {evil};
  article.section = article.source = article.language = evil;
  article.tags = {evil};
  article.image = Image{"javascript:alert(1)", evil, evil};
  article.extra = R"({"</script>":"<script>"})";
  return article;
}

}  // namespace news

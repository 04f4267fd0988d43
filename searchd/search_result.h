#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "searchd/date_offer.h"

namespace news {

/// What was made of the query as typed.
struct QueryEcho {
  std::string searched;              ///< The query as it was understood, in our own syntax.
  std::vector<std::string> ignored;  ///< Parts of it that were not searched for.
  std::vector<std::string> notes;    ///< What was changed or ignored and why, for a reader.
};

/// How a query whose words were not found all together was relaxed.
struct Relaxed {
  std::uint32_t all_words = 0;              ///< Articles with all words, whatever the filters.
  std::uint32_t words = 0;                  ///< Of the query, those that could be left out.
  std::uint32_t at_least = 0;               ///< So many of them are in every article found,
  std::vector<std::string> or_any_of = {};  ///< or one of these, which hardly any article has.

  bool operator==(const Relaxed&) const = default;
};

/// The articles whose text is that of one, but for small edits.
struct Story {
  std::string original;      ///< Its id; empty where the article is no copy, or of none to be seen.
  std::uint32_t copies = 0;  ///< Its other articles.
};

/// One article of a page of results.
struct Hit {
  Article article;                         ///< The body is empty: the snippet stands for it.
  std::string title_html;                  ///< HTML: escaped, matches in <mark>.
  std::string snippet_html;                ///< HTML: escaped, matches in <mark>.
  double score = 0;                        ///< 0 unless sorted by relevance.
  std::vector<std::string> missing_words;  ///< Of a relaxed query, those it does not have.
  Story story;
};

struct FacetValue {
  std::string value;  ///< What a filter takes.
  std::string label;  ///< What a reader sees.
  std::uint32_t count = 0;
  bool selected = false;
};

/// One facet's values by falling count, then by value. Selected values are always there, also with
/// count 0 and beyond the size asked for.
struct FacetResult {
  std::string name;
  std::vector<FacetValue> values;
  std::uint32_t missing = 0;   ///< Matching articles with no value.
  std::uint32_t distinct = 0;  ///< Different values among the matching articles.
  bool missing_selected = false;
};

struct DateBucket {
  std::string from;  ///< First and last day, `2024-05-01`.
  std::string to;
  std::uint32_t count = 0;
};

/// Matches by time of publication, oldest first, empty buckets between included.
struct DateFacet {
  std::string interval;  ///< year, month, week or day.
  std::string time_zone;
  std::vector<DateBucket> buckets;
  std::uint32_t missing = 0;  ///< Matching articles without a date.
};

/// A query that may have been meant.
struct Suggestion {
  std::string q;
  std::uint32_t total = 0;  ///< What it finds, with the filters of the request.
};

/// The whole answer to a SearchRequest. Every count is exact for `revision`.
struct SearchResult {
  QueryEcho query;
  std::uint32_t total = 0;
  std::uint32_t stories = 0;  ///< Different ones among the articles found.
  std::uint64_t revision = 0;
  std::vector<Hit> hits;
  std::vector<FacetResult> facets;  ///< Those asked for, in the order of schema::facets.
  std::optional<DateFacet> date;
  std::optional<Relaxed> relaxed;
  std::optional<Suggestion> suggestion;  ///< On the first page, where it finds more.
  std::optional<DateOffer> offer;        ///< On the first page, where it finds something.
  std::string next_cursor;               ///< Empty on the last page.
  double took_ms = 0;
  bool momentary = false;  ///< Whether it may be another one before the day is over.
};

/// An article that is about what another one is about.
struct RelatedArticle {
  Article article;   ///< Without its body.
  double score = 0;  ///< How alike they are, 1 for the same text of the same day.
};

/// One article with the words of a query marked.
struct ArticleResult {
  Article article;
  std::string title_html;
  std::string standfirst_html;
  std::vector<std::string> paragraphs_html;  ///< The body.
  Story story;
  std::vector<Article> others;  ///< Of its story, at most 10, the original first; without bodies.
  std::vector<RelatedArticle> related;  ///< Where asked for; the most alike first.
  std::uint64_t revision = 0;
};

/// What the home page shows.
struct ArchiveSummary {
  std::uint32_t articles = 0;
  std::optional<std::string> first_day, last_day;  ///< `2024-05-15`.
  std::uint64_t revision = 0;
};

}  // namespace news

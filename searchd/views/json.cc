#include "searchd/views/json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "common/country.h"
#include "common/text.h"
#include "searchd/views/links.h"
#include "searchd/views/readable.h"

namespace news {

namespace {

using Json = nlohmann::ordered_json;

/// What somebody sent may be any bytes, and dump() would throw on what is not UTF-8.
std::string print(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

void add_members(Json::object_t&) {}

template <typename Value, typename... Rest>
void add_members(Json::object_t& object, std::string_view name, Value&& value, Rest&&... rest) {
  object.emplace(std::string(name), Json(std::forward<Value>(value)));
  add_members(object, std::forward<Rest>(rest)...);
}

/// An object of names and values in turn, with room for all: as it grows, ordered_json copies what
/// it has, all the way down.
template <typename... Members>
Json object(Members&&... members) {
  Json json = Json::object();
  auto& object = json.get_ref<Json::object_t&>();
  object.reserve(sizeof...(members) / 2);
  add_members(object, std::forward<Members>(members)...);
  return json;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json date_or_null(const std::optional<Date>& date) {
  return date ? Json(to_string(*date)) : Json();
}

std::string_view name_of(Sort sort) {
  switch (sort) {
    case Sort::Relevance:
      return "relevance";
    case Sort::Newest:
      return "newest";
    case Sort::Oldest:
      return "oldest";
  }
  return {};
}

Json filters_json(const SearchRequest& request) {
  Json filters = Json::object();
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    const FacetFilter& filter = request.filters[i];
    if (filter.empty()) continue;
    Json values = filter.any;
    for (const std::string& value : filter.none) values.push_back("!" + value);
    if (filter.missing) values.push_back("-");
    if (filter.not_missing) values.push_back("!-");
    filters[std::string(schema::facets[i].name)] = std::move(values);
  }
  return filters;
}

Json query_json(const SearchRequest& request, const QueryEcho& echo) {
  Json query = {{"q", request.q},
                {"searched", echo.searched},
                {"ignored", echo.ignored},
                {"notes", echo.notes},
                {"filters", filters_json(request)},
                {"sort", name_of(request.effective_sort())}};
  if (request.from) query["from"] = to_string(*request.from);
  if (request.to) query["to"] = to_string(*request.to);
  if (request.collapse_stories) query["collapse"] = "stories";
  return query;
}

Json authors_json(const std::vector<Author>& authors) {
  Json list = Json::array();
  for (const Author& author : authors) {
    Json one = {{"name", author.name}};
    if (!author.role.empty()) one["role"] = author.role;
    if (!author.bio.empty()) one["bio"] = author.bio;
    if (!author.url.empty()) one["url"] = author.url;
    list.push_back(std::move(one));
  }
  return list;
}

Json countries_json(const std::vector<std::string>& codes) {
  Json list = Json::array();
  for (const std::string& code : codes) {
    list.push_back({{"code", code}, {"name", country_name(code)}});
  }
  return list;
}

Json hit_json(const Hit& hit) {
  const Article& article = hit.article;
  return object("id", article.id, "url", text_or_null(article.url), "title", article.title,
                "title_html", hit.title_html, "standfirst", text_or_null(article.standfirst),
                "snippet_html", hit.snippet_html, "authors", authors_json(article.authors),
                "published", date_or_null(article.published), "updated",
                date_or_null(article.updated), "countries", countries_json(article.countries),
                "section", text_or_null(article.section), "source", text_or_null(article.source),
                "language", text_or_null(article.language), "tags", article.tags, "story",
                text_or_null(hit.story.original), "copies", hit.story.copies, "missing_words",
                hit.missing_words, "score", std::round(hit.score * 1000) / 1000);
}

Json relaxed_json(const std::optional<Relaxed>& relaxed) {
  if (!relaxed) return {};
  return {{"words", relaxed->words},
          {"at_least", relaxed->at_least},
          {"all_words", relaxed->all_words}};
}

Json facet_json(const FacetResult& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    Json one = object("value", value.value);
    one.get_ref<Json::object_t&>().reserve(4);
    if (value.label != value.value) one["label"] = value.label;
    one["count"] = value.count;
    one["selected"] = value.selected;
    values.push_back(std::move(one));
  }
  return object("values", std::move(values), "missing", facet.missing, "distinct", facet.distinct);
}

Json dates_json(const DateFacet& date) {
  Json buckets = Json::array();
  for (const DateBucket& bucket : date.buckets) {
    buckets.push_back(object("from", bucket.from, "to", bucket.to, "count", bucket.count));
  }
  return object("interval", date.interval, "timezone", date.time_zone, "buckets",
                std::move(buckets), "missing", date.missing);
}

Json facets_json(const SearchResult& result) {
  Json facets = Json::object();
  for (const FacetResult& facet : result.facets) facets[facet.name] = facet_json(facet);
  if (result.date) facets["date"] = dates_json(*result.date);
  return facets;
}

Json links_json(const SearchRequest& request, const SearchResult& result) {
  const auto link = [](const std::optional<SearchRequest>& other) {
    return other ? Json(links::to("/api/v1/search", *other)) : Json();
  };
  return {{"self", link(request)},
          {"next", link(links::next_page(request, result))},
          {"prev", link(links::previous_page(request))},
          {"html", links::to("/search", request)}};
}

Json suggestion_json(const SearchRequest& request, const SearchResult& result) {
  if (!result.suggestion) return {};
  const SearchRequest meant = links::with_query(request, result.suggestion->q);
  return {{"q", result.suggestion->q},
          {"total", result.suggestion->total},
          {"link", links::to("/api/v1/search", meant)}};
}

Json offers_json(const SearchRequest& request, const SearchResult& result) {
  Json offers = Json::array();
  if (!result.offer) return offers;
  const DateSpan& span = result.offer->span;
  offers.push_back(
      {{"label", readable::span(span)},
       {"from", date_or_null(span.from)},
       {"to", date_or_null(span.to)},
       {"q", result.offer->q},
       {"total", result.offer->total},
       {"link", links::to("/api/v1/search", links::with_offer(request, *result.offer))}});
  return offers;
}

/// An article as it stands in a list beside another.
Json summary_json(const Article& article) {
  return {{"id", article.id},
          {"url", text_or_null(article.url)},
          {"title", article.title},
          {"standfirst", text_or_null(article.standfirst)},
          {"authors", authors_json(article.authors)},
          {"published", date_or_null(article.published)},
          {"countries", countries_json(article.countries)},
          {"section", text_or_null(article.section)},
          {"source", text_or_null(article.source)},
          {"language", text_or_null(article.language)},
          {"story", text_or_null(article.story)}};
}

void add_identity(Json& json, const Article& article) {
  json["id"] = article.id;
  json["url"] = text_or_null(article.url);
  json["section"] = text_or_null(article.section);
  json["source"] = text_or_null(article.source);
  json["language"] = text_or_null(article.language);
  json["tags"] = article.tags;
  json["authors"] = authors_json(article.authors);
  json["countries"] = countries_json(article.countries);
  json["places"] = article.places;
  json["dateline"] = text_or_null(article.dateline);
  json["derived"] = article.derived;
}

void add_dates(Json& json, const Article& article) {
  json["published"] = date_or_null(article.published);
  json["first_published"] = date_or_null(article.first_published);
  json["updated"] = date_or_null(article.updated);
  json["embargo_until"] = date_or_null(article.embargo_until);
}

void add_texts(Json& json, const ArticleResult& result) {
  const Article& article = result.article;
  json["title"] = article.title;
  json["title_html"] = result.title_html;
  json["standfirst"] = text_or_null(article.standfirst);
  json["standfirst_html"] = text_or_null(result.standfirst_html);
  json["body"] = article.body;
  json["paragraphs_html"] = result.paragraphs_html;
  json["correction"] = text_or_null(article.correction);
}

Json image_json(const std::optional<Image>& image) {
  if (!image) return {};
  return {{"url", text_or_null(image->url)},
          {"caption", text_or_null(image->caption)},
          {"credit", text_or_null(image->credit)}};
}

}  // namespace

std::string search_json(const SearchRequest& request, const SearchResult& result) {
  Json hits = Json::array();
  for (const Hit& hit : result.hits) hits.push_back(hit_json(hit));
  const Json answer = object(
      "query", query_json(request, result.query), "relaxed", relaxed_json(result.relaxed), "total",
      result.total, "stories", result.stories, "took_ms", std::round(result.took_ms * 100) / 100,
      "revision", result.revision, "hits", std::move(hits), "facets", facets_json(result),
      "suggestion", suggestion_json(request, result), "offers", offers_json(request, result),
      "cursor", text_or_null(result.next_cursor), "links", links_json(request, result));
  return print(answer);
}

std::string_view find_took_ms(std::string_view answer) {
  // Inside a string its quotes would be escaped.
  constexpr std::string_view name = "\"took_ms\":";
  const std::size_t at = answer.find(name);
  if (!answer.starts_with('{') || at == std::string_view::npos) return {};
  const std::string_view rest = answer.substr(at + name.size());
  return rest.substr(0, rest.find(','));
}

std::string print_took_ms(double took_ms) { return Json(std::round(took_ms * 100) / 100).dump(); }

std::string article_json(const ArticleResult& result) {
  Json json;
  add_identity(json, result.article);
  add_dates(json, result.article);
  add_texts(json, result);
  json["story"] = text_or_null(result.story.original);
  json["copies"] = result.story.copies;
  json["others"] = Json::array();
  for (const Article& other : result.others) json["others"].push_back(summary_json(other));
  json["image"] = image_json(result.article.image);
  json["extra"] = Json::parse(result.article.extra, nullptr, false);
  if (!json["extra"].is_object()) json["extra"] = Json::object();
  json["revision"] = result.revision;
  json["links"] = {{"html", links::article(result.article.id, {})},
                   {"related", links::related(result.article.id)}};
  return print(json);
}

std::string completions_json(std::string_view q, const std::vector<Completion>& completions) {
  Json list = Json::array();
  for (const Completion& one : completions) {
    list.push_back({{"text", one.text}, {"kind", one.kind}, {"count", one.count}, {"q", one.q}});
  }
  return print({{"q", q}, {"completions", std::move(list)}});
}

std::string related_json(const ArticleResult& result) {
  Json articles = Json::array();
  for (const RelatedArticle& related : result.related) {
    articles.push_back(summary_json(related.article));
    articles.back()["score"] = std::round(related.score * 1000) / 1000;
  }
  return print(
      {{"id", result.article.id},
       {"articles", std::move(articles)},
       {"revision", result.revision},
       {"links",
        {{"article", links::to("/api/v1/articles/" + percent_encode(result.article.id), {})},
         {"html", links::article(result.article.id, {})}}}});
}

std::string problem_json(const Problem& problem) {
  const Json parameter = problem.parameter.empty() ? Json() : Json(problem.parameter);
  return print({{"type", "about:blank"},
                {"title", problem.title},
                {"status", problem.status},
                {"detail", problem.detail},
                {"parameter", parameter}});
}

}  // namespace news

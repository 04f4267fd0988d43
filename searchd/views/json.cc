#include "searchd/views/json.h"

#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "common/country.h"
#include "common/json_writer.h"
#include "common/text.h"
#include "searchd/views/links.h"
#include "searchd/views/readable.h"

namespace news {

namespace {

/// What somebody sent may be any bytes; outside of texts there is nothing but ASCII.
std::string print(JsonWriter& to) {
  std::string text = to.take() + '\n';
  return find_invalid_utf8(text) ? repair_utf8(text) : text;
}

/// So many digits after the point.
double rounded(double value, int digits) {
  const double unit = std::pow(10, digits);
  return std::round(value * unit) / unit;
}

/// A member of a plain value.
template <typename Value>
void put(JsonWriter& to, std::string_view name, const Value& value) {
  to.name(name);
  to.value(value);
}

void put_or_null(JsonWriter& to, std::string_view name, std::string_view text) {
  to.name(name);
  if (text.empty()) {
    to.value(nullptr);
  } else {
    to.value(text);
  }
}

void put_or_null(JsonWriter& to, std::string_view name, const std::optional<Date>& date) {
  put_or_null(to, name, date ? to_string(*date) : std::string());
}

/// A member that is a list; `each` writes one of it.
template <typename Values, typename Each>
void put_list(JsonWriter& to, std::string_view name, const Values& values, const Each& each) {
  to.name(name);
  to.open('[');
  for (const auto& value : values) each(value);
  to.close(']');
}

void put_texts(JsonWriter& to, std::string_view name, const std::vector<std::string>& texts) {
  put_list(to, name, texts, [&](const std::string& text) { to.value(text); });
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

void put_filters(JsonWriter& to, const SearchRequest& request) {
  to.name("filters");
  to.open('{');
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    const FacetFilter& filter = request.filters[i];
    if (filter.empty()) continue;
    std::vector<std::string> values = filter.any;
    for (const std::string& value : filter.none) values.push_back("!" + value);
    if (filter.missing) values.emplace_back("-");
    if (filter.not_missing) values.emplace_back("!-");
    put_texts(to, schema::facets[i].name, values);
  }
  to.close('}');
}

void put_query(JsonWriter& to, const SearchRequest& request, const QueryEcho& echo) {
  to.name("query");
  to.open('{');
  put(to, "q", request.q);
  put(to, "searched", echo.searched);
  put_texts(to, "ignored", echo.ignored);
  put_texts(to, "notes", echo.notes);
  put_filters(to, request);
  put(to, "sort", name_of(request.effective_sort()));
  if (request.from) put(to, "from", to_string(*request.from));
  if (request.to) put(to, "to", to_string(*request.to));
  if (request.collapse_stories) put(to, "collapse", "stories");
  to.close('}');
}

void put_authors(JsonWriter& to, const std::vector<Author>& authors) {
  put_list(to, "authors", authors, [&](const Author& author) {
    to.open('{');
    put(to, "name", author.name);
    if (!author.role.empty()) put(to, "role", author.role);
    if (!author.bio.empty()) put(to, "bio", author.bio);
    if (!author.url.empty()) put(to, "url", author.url);
    to.close('}');
  });
}

void put_countries(JsonWriter& to, const std::vector<std::string>& codes) {
  put_list(to, "countries", codes, [&](const std::string& code) {
    to.open('{');
    put(to, "code", code);
    put(to, "name", country_name(code));
    to.close('}');
  });
}

void write_hit(JsonWriter& to, const Hit& hit) {
  const Article& article = hit.article;
  to.open('{');
  put(to, "id", article.id);
  put_or_null(to, "url", article.url);
  put(to, "title", article.title);
  put(to, "title_html", hit.title_html);
  put_or_null(to, "standfirst", article.standfirst);
  put(to, "snippet_html", hit.snippet_html);
  put_authors(to, article.authors);
  put_or_null(to, "published", article.published);
  put_or_null(to, "updated", article.updated);
  put_countries(to, article.countries);
  put_or_null(to, "section", article.section);
  put_or_null(to, "source", article.source);
  put_or_null(to, "language", article.language);
  put_texts(to, "tags", article.tags);
  put_or_null(to, "story", hit.story.original);
  put(to, "copies", hit.story.copies);
  put_texts(to, "missing_words", hit.missing_words);
  put(to, "score", rounded(hit.score, 3));
  to.close('}');
}

void put_relaxed(JsonWriter& to, const std::optional<Relaxed>& relaxed) {
  to.name("relaxed");
  if (!relaxed) return to.value(nullptr);
  to.open('{');
  put(to, "words", relaxed->words);
  put(to, "at_least", relaxed->at_least);
  put(to, "all_words", relaxed->all_words);
  put_texts(to, "or_any_of", relaxed->or_any_of);
  to.close('}');
}

void write_facet(JsonWriter& to, const FacetResult& facet) {
  to.open('{');
  put_list(to, "values", facet.values, [&](const FacetValue& value) {
    to.open('{');
    put(to, "value", value.value);
    if (value.label != value.value) put(to, "label", value.label);
    put(to, "count", value.count);
    put(to, "selected", value.selected);
    to.close('}');
  });
  put(to, "missing", facet.missing);
  put(to, "distinct", facet.distinct);
  to.close('}');
}

void write_dates(JsonWriter& to, const DateFacet& date) {
  to.open('{');
  put(to, "interval", date.interval);
  put(to, "timezone", date.time_zone);
  put_list(to, "buckets", date.buckets, [&](const DateBucket& bucket) {
    to.open('{');
    put(to, "from", bucket.from);
    put(to, "to", bucket.to);
    put(to, "count", bucket.count);
    to.close('}');
  });
  put(to, "missing", date.missing);
  to.close('}');
}

void put_facets(JsonWriter& to, const SearchResult& result) {
  to.name("facets");
  to.open('{');
  for (const FacetResult& facet : result.facets) {
    to.name(facet.name);
    write_facet(to, facet);
  }
  if (result.date) {
    to.name("date");
    write_dates(to, *result.date);
  }
  to.close('}');
}

void put_links(JsonWriter& to, const SearchRequest& request, const SearchResult& result) {
  const auto put_link = [&](std::string_view name, const std::optional<SearchRequest>& other) {
    put_or_null(to, name, other ? links::to("/api/v1/search", *other) : std::string());
  };
  to.name("links");
  to.open('{');
  put_link("self", request);
  put_link("next", links::next_page(request, result));
  put_link("prev", links::previous_page(request));
  put(to, "html", links::to("/search", request));
  to.close('}');
}

void put_suggestion(JsonWriter& to, const SearchRequest& request, const SearchResult& result) {
  to.name("suggestion");
  if (!result.suggestion) return to.value(nullptr);
  to.open('{');
  put(to, "q", result.suggestion->q);
  put(to, "total", result.suggestion->total);
  put(to, "link", links::to("/api/v1/search", links::with_query(request, result.suggestion->q)));
  to.close('}');
}

void put_offers(JsonWriter& to, const SearchRequest& request, const SearchResult& result) {
  std::vector<DateOffer> offers;
  if (result.offer) offers.push_back(*result.offer);
  put_list(to, "offers", offers, [&](const DateOffer& offer) {
    to.open('{');
    put(to, "label", readable::span(offer.span));
    put_or_null(to, "from", offer.span.from);
    put_or_null(to, "to", offer.span.to);
    put(to, "q", offer.q);
    put(to, "total", offer.total);
    put(to, "link", links::to("/api/v1/search", links::with_offer(request, offer)));
    to.close('}');
  });
}

/// What is told of an article that stands in a list beside another.
void put_summary(JsonWriter& to, const Article& article) {
  put(to, "id", article.id);
  put_or_null(to, "url", article.url);
  put(to, "title", article.title);
  put_or_null(to, "standfirst", article.standfirst);
  put_authors(to, article.authors);
  put_or_null(to, "published", article.published);
  put_countries(to, article.countries);
  put_or_null(to, "section", article.section);
  put_or_null(to, "source", article.source);
  put_or_null(to, "language", article.language);
  put_or_null(to, "story", article.story);
}

void put_identity(JsonWriter& to, const Article& article) {
  put(to, "id", article.id);
  put_or_null(to, "url", article.url);
  put_or_null(to, "section", article.section);
  put_or_null(to, "source", article.source);
  put_or_null(to, "language", article.language);
  put_texts(to, "tags", article.tags);
  put_authors(to, article.authors);
  put_countries(to, article.countries);
  put_texts(to, "places", article.places);
  put_or_null(to, "dateline", article.dateline);
  put_texts(to, "derived", article.derived);
}

void put_dates(JsonWriter& to, const Article& article) {
  put_or_null(to, "published", article.published);
  put_or_null(to, "first_published", article.first_published);
  put_or_null(to, "updated", article.updated);
  put_or_null(to, "embargo_until", article.embargo_until);
}

void put_parts(JsonWriter& to, const ArticleResult& result) {
  const Article& article = result.article;
  put(to, "title", article.title);
  put(to, "title_html", result.title_html);
  put_or_null(to, "standfirst", article.standfirst);
  put_or_null(to, "standfirst_html", result.standfirst_html);
  put(to, "body", article.body);
  put_texts(to, "paragraphs_html", result.paragraphs_html);
  put_or_null(to, "correction", article.correction);
}

void put_image(JsonWriter& to, const std::optional<Image>& image) {
  to.name("image");
  if (!image) return to.value(nullptr);
  to.open('{');
  put_or_null(to, "url", image->url);
  put_or_null(to, "caption", image->caption);
  put_or_null(to, "credit", image->credit);
  to.close('}');
}

}  // namespace

std::string search_json(const SearchRequest& request, const SearchResult& result) {
  JsonWriter to;
  to.open('{');
  put_query(to, request, result.query);
  put_relaxed(to, result.relaxed);
  put(to, "total", result.total);
  put(to, "stories", result.stories);
  put(to, "took_ms", rounded(result.took_ms, 2));
  put(to, "revision", result.revision);
  put_list(to, "hits", result.hits, [&](const Hit& hit) { write_hit(to, hit); });
  put_facets(to, result);
  put_suggestion(to, request, result);
  put_offers(to, request, result);
  put_or_null(to, "cursor", result.next_cursor);
  put_links(to, request, result);
  to.close('}');
  return print(to);
}

std::string_view find_took_ms(std::string_view answer) {
  // Inside a string its quotes would be escaped.
  constexpr std::string_view name = "\"took_ms\":";
  const std::size_t at = answer.find(name);
  if (!answer.starts_with('{') || at == std::string_view::npos) return {};
  const std::string_view rest = answer.substr(at + name.size());
  return rest.substr(0, rest.find(','));
}

std::string print_took_ms(double took_ms) {
  JsonWriter to;
  to.value(rounded(took_ms, 2));
  return to.take();
}

std::string article_json(const ArticleResult& result) {
  const Article& article = result.article;
  JsonWriter to;
  to.open('{');
  put_identity(to, article);
  put_dates(to, article);
  put_parts(to, result);
  put_or_null(to, "story", result.story.original);
  put(to, "copies", result.story.copies);
  put_list(to, "others", result.others, [&](const Article& other) {
    to.open('{');
    put_summary(to, other);
    to.close('}');
  });
  put_image(to, article.image);
  to.name("extra");
  to.json(article.extra.empty() ? std::string_view("{}") : article.extra);
  put(to, "revision", result.revision);
  to.name("links");
  to.open('{');
  put(to, "html", links::article(article.id, {}));
  put(to, "related", links::related(article.id));
  to.close('}');
  to.close('}');
  return print(to);
}

std::string completions_json(std::string_view q, const std::vector<Completion>& completions) {
  JsonWriter to;
  to.open('{');
  put(to, "q", q);
  put_list(to, "completions", completions, [&](const Completion& one) {
    to.open('{');
    put(to, "text", one.text);
    put(to, "kind", one.kind);
    put(to, "count", one.count);
    put(to, "q", one.q);
    to.close('}');
  });
  to.close('}');
  return print(to);
}

std::string related_json(const ArticleResult& result) {
  const std::string& id = result.article.id;
  JsonWriter to;
  to.open('{');
  put(to, "id", id);
  put_list(to, "articles", result.related, [&](const RelatedArticle& related) {
    to.open('{');
    put_summary(to, related.article);
    put(to, "score", rounded(related.score, 3));
    to.close('}');
  });
  put(to, "revision", result.revision);
  to.name("links");
  to.open('{');
  put(to, "article", links::to("/api/v1/articles/" + percent_encode(id), {}));
  put(to, "html", links::article(id, {}));
  to.close('}');
  to.close('}');
  return print(to);
}

std::string problem_json(const Problem& problem) {
  JsonWriter to;
  to.open('{');
  put(to, "type", "about:blank");
  put(to, "title", problem.title);
  put(to, "status", static_cast<std::uint32_t>(problem.status));
  put(to, "detail", problem.detail);
  put_or_null(to, "parameter", problem.parameter);
  to.close('}');
  return print(to);
}

}  // namespace news

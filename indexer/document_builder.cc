#include "indexer/document_builder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/article_json.h"
#include "common/schema.h"
#include "common/text.h"

namespace news {

namespace {

// Terms, of some thousand articles; some 40 MB with what is known of their words.
constexpr std::size_t most_remembered = 400'000;

std::vector<std::string> one_if_any(const std::string& value) {
  return value.empty() ? std::vector<std::string>() : std::vector{value};
}

std::vector<std::string> author_names(const Article& article) {
  std::vector<std::string> names;
  for (const Author& author : article.authors) names.push_back(author.name);
  return names;
}

/// Where a facet's values come from, in the order of schema::facets.
using Values = std::vector<std::string> (*)(const Article&);
constexpr std::array<Values, schema::facets.size()> facet_values{
    author_names,
    [](const Article& article) { return article.countries; },
    [](const Article& article) { return one_if_any(article.section); },
    [](const Article& article) { return one_if_any(article.source); },
    [](const Article& article) { return one_if_any(article.language); },
    [](const Article& article) { return article.tags; },
};

/// Adds terms to those of one article.
struct Adder {
  TermTable& table;
  FileParts& parts;

  void add(std::string_view term) const { parts.terms[table.place_of(term)]; }
};

void add_facet(std::size_t index, const std::vector<std::string>& values, const Adder& to) {
  const schema::Facet& facet = schema::facets[index];
  std::vector<std::string> kept;
  std::set<std::string> seen;
  for (const std::string& value : values) {
    const std::string term = schema::facet_term(facet, value);
    if (term == schema::none_term(facet) || !seen.insert(term).second) continue;
    to.add(term);
    kept.push_back(value);
  }
  if (kept.empty()) {
    to.add(schema::none_term(facet));
  } else {
    to.parts.columns.facets[index] = schema::pack(kept);
  }
}

void add_published(const Date& published, const TimeZone& zone, const Adder& to) {
  const CalendarDay day = day_of(published, zone);
  to.parts.columns.published = first_instant(published, zone);
  to.parts.columns.day = static_cast<std::int32_t>(day.time_since_epoch().count());
  const std::chrono::year_month_day date(day);
  to.add(schema::year_term(date));
  if (published.precision == Date::Precision::Year) return;
  to.add(schema::month_term(date));
  if (published.precision == Date::Precision::Month) return;
  to.add(schema::day_term(date));
}

void add_bands(const std::vector<std::uint32_t>& bands, const Adder& to) {
  for (std::size_t i = 0; i < bands.size(); ++i) {
    to.add(schema::band_term(i, bands[i]));
  }
}

void set_story_terms(const std::string& story, Xapian::Document& document) {
  document.add_value(schema::story_slot, story);  // an empty one is none
  if (!story.empty()) document.add_boolean_term(schema::story_term(story));
}

/// Whether an article has something, in the order of schema::has_fields.
using Has = bool (*)(const Article&);
constexpr std::array<Has, schema::has_fields.size()> has{
    [](const Article& article) { return !article.authors.empty(); },
    [](const Article& article) { return !article.correction.empty(); },
    [](const Article& article) { return !article.countries.empty(); },
    [](const Article& article) { return article.published.has_value(); },
    [](const Article& article) { return !article.dateline.empty(); },
    [](const Article& article) { return article.image.has_value(); },
    [](const Article& article) { return !article.language.empty(); },
    [](const Article& article) { return !article.section.empty(); },
    [](const Article& article) { return !article.source.empty(); },
    [](const Article& article) { return !article.standfirst.empty(); },
    [](const Article& article) { return !article.tags.empty(); },
    [](const Article& article) { return article.updated.has_value(); },
    [](const Article& article) { return !article.url.empty(); },
};

}  // namespace

void DocumentBuilder::forget_many() {
  if (terms_.size() < most_remembered) return;
  terms_ = {};
  words_.forget();
}

Xapian::Document DocumentBuilder::build(const Article& article, const Fingerprint& fingerprint) {
  forget_many();
  Xapian::Document document = build(article, fingerprint, parts_);
  for (const auto& [place, wdf] : parts_.terms.all()) {
    document.add_term(std::string(terms_[place]), wdf);
  }
  document.add_value(schema::order_slot, parts_.order);
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    document.add_value(schema::facets[i].slot, parts_.columns.facets[i]);  // an empty one is none
  }
  if (parts_.columns.published) {
    document.add_value(schema::day_slot, schema::encode(parts_.columns.day));
  }
  document.set_data(parts_.data);
  return document;
}

Xapian::Document DocumentBuilder::build(const Article& article, const Fingerprint& fingerprint,
                                        FileParts& parts) {
  parts.clear();
  const Adder to{terms_, parts};
  words_.add(article, parts);
  add_bands(fingerprint.bands, to);
  Xapian::Document document;
  document.add_boolean_term(schema::id_term(article.id));
  if (!article.url.empty()) document.add_boolean_term(schema::url_term(article.url));
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    add_facet(i, facet_values[i](article), to);
  }
  for (std::size_t i = 0; i < has.size(); ++i) {
    if (has[i](article)) to.add(schema::has_term(schema::has_fields[i]));
  }
  if (article.published) {
    add_published(*article.published, zone_, to);
    document.add_value(schema::published_slot, schema::encode(*parts.columns.published));
  }
  if (!article.title.empty()) {
    document.add_value(schema::title_slot,
                       std::string(truncate_utf8(article.title, schema::max_title)));
  }
  if (article.embargo_until) {
    document.add_value(schema::embargo_slot,
                       schema::encode(first_instant(*article.embargo_until, zone_)));
  }
  set_story_terms(article.story, document);
  parts.data = print_article(article);
  return document;
}

void set_story(Xapian::Document& document, const Article& article) {
  const std::string before = document.get_value(schema::story_slot);
  if (!before.empty()) document.remove_term(schema::story_term(before));
  set_story_terms(article.story, document);
  document.set_data(print_article(article));
}

std::string to_string(const Xapian::Document& document) {
  std::string text;
  const std::string packed = document.get_value(schema::order_slot);
  const WordOrder order(packed);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text += text.empty() ? *term : ' ' + *term;
    if (schema::is_in_text(*term)) {
      text += fmt::format("[{}]", fmt::join(order.find(OrderedTerm(*term)), ","));
    }
    if (term.get_wdf() != 0) text += fmt::format("*{}", term.get_wdf());
  }
  return text;
}

}  // namespace news

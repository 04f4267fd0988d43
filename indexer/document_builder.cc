#include "indexer/document_builder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/article_json.h"
#include "common/schema.h"
#include "common/text.h"
#include "indexer/initials.h"
#include "indexer/name_forms.h"

namespace news {

namespace {

// How much more a word of the headline, the standfirst or the lead weighs than one of the text: the
// first sentences of a news article say what it is about. Tuned on judged queries
// (docs/relevance.md).
constexpr Xapian::termcount title_weight = 7;
constexpr Xapian::termcount standfirst_weight = 2;
constexpr Xapian::termcount text_weight = 1;

/// The weight of the words before that position in the text.
struct LeadWeight {
  Xapian::termpos end;
  Xapian::termcount weight;
};
constexpr std::array lead_weights{LeadWeight{20, 3}, LeadWeight{40, 2}};

Xapian::termcount body_weight(Xapian::termpos position) {
  for (const LeadWeight& lead : lead_weights) {
    if (position < lead.end) return lead.weight;
  }
  return text_weight;
}

// So far apart that no phrase or NEAR runs from one field into the next.
constexpr Xapian::termpos field_gap = 200;

// Words take some fifteen times the memory of their text, so long texts are analysed by parts.
constexpr std::size_t most_at_once = 1u << 20;

/// The beginning of `text`, to the end of a word.
std::string_view first_part(std::string_view text) {
  if (text.size() <= most_at_once) return text;
  const std::size_t space = text.substr(0, most_at_once).find_last_of(" \n");
  if (space != std::string_view::npos) return text.substr(0, space + 1);
  const std::string_view part = truncate_utf8(text, most_at_once);
  return part.empty() ? text.substr(0, most_at_once) : part;
}

/// What one article's words come to, field by field.
class Words {
 public:
  Words(Analyzer& analyzer, std::string_view language)
      : analyzer_(analyzer), language_(language), names_(language) {}

  /// What the words of a field say about which of them are names.
  enum class Kind { Text, Headline, Name, Other };

  void add(std::string_view text, Xapian::termcount weight, Kind kind,
           const schema::TextField* field = nullptr) {
    add(
        text, [weight](Xapian::termpos) { return weight; }, kind, field);
  }

  void add_body(std::string_view text) {
    position_ = std::max(position_, schema::body_position);
    add(text, body_weight, Kind::Text, nullptr);
  }

  /// Which words there are and where, which very forms of them, what quoted words are found by, and
  /// which of the forms are names.
  void take(NameKeys& keys, FileParts& parts) {
    parts.order = order_.pack();
    for (auto& [stem, known] : stems_) {
      if (!known.is_bare) parts.add(schema::never_bare_term(stem));
      parts.add(stem, known.count);
    }
    for (const std::string& form : exact_) parts.add(schema::exact_term(form));
    for (const std::string& term : fields_) parts.add(term);
    for (const auto& [term, count] : initials_) parts.add(term, count);
    for (const std::string& form : names_.take()) {
      const std::string& key = keys.of(form);
      if (!key.empty()) parts.add(schema::name_term(key, form));
    }
  }

 private:
  void note_names(std::string_view text, const std::vector<Token>& tokens, Kind kind) {
    if (kind == Kind::Name) {
      names_.add_name(tokens);
    } else if (kind != Kind::Other) {
      names_.add_text(text, tokens, kind == Kind::Headline);
    }
  }

  /// `weight` gives that of a word by how many stand before it.
  template <typename Weight>
  void add(std::string_view text, const Weight& weight, Kind kind, const schema::TextField* field) {
    if (text.empty()) return;
    const Xapian::termpos begin = position_;
    while (!text.empty()) {
      const std::string_view part = first_part(text);
      add_part(part, begin, weight, kind, field);
      text.remove_prefix(part.size());
    }
    position_ += field_gap;
  }

  template <typename Weight>
  void add_initials(std::string_view text, const std::vector<Token>& tokens, Xapian::termpos begin,
                    const Weight& weight) {
    for (const Initials& initials : initials_of(text, tokens)) {
      const Xapian::termpos position = position_ + initials.position;
      const std::string term = schema::initials_term(initials.letters);
      initials_[term] += weight(position - 1 - begin);
      order_.add_beside(term, position);
    }
  }

  template <typename Weight>
  void add_part(std::string_view text, Xapian::termpos begin, const Weight& weight, Kind kind,
                const schema::TextField* field) {
    Xapian::termpos last = 0;
    const std::vector<Token> tokens = analyzer_.analyze(text, language_);
    note_names(text, tokens, kind);
    if (kind == Kind::Text) add_initials(text, tokens, begin, weight);
    for (const Token& token : tokens) {
      const Xapian::termpos position = position_ + token.position;
      Stem& stem = stems_[token.stem];
      stem.count += weight(position - 1 - begin);
      if (field != nullptr) fields_.insert(schema::field_term(*field, token.stem));
      if (token.whole) {
        order_.add_beside(token.stem, position);
      } else {
        order_.add(token.stem, position, field != nullptr ? field->order : OrderField::Text);
      }
      if (token.form == token.stem) {
        stem.is_bare = true;
      } else {
        exact_.insert(token.form);
      }
      last = std::max(last, token.position);
    }
    position_ += last;
  }

  struct Stem {
    Xapian::termcount count = 0;  // as it weighs
    bool is_bare = false;         // stands there in this very form
  };

  Analyzer& analyzer_;
  std::string_view language_;
  Xapian::termpos position_ = 0;
  WordOrderWriter order_;
  std::unordered_map<std::string, Stem> stems_;
  std::unordered_set<std::string> exact_;
  std::unordered_set<std::string> fields_;                       // terms
  std::unordered_map<std::string, Xapian::termcount> initials_;  // terms
  NameForms names_;
};

void add_words(const Article& article, Analyzer& analyzer, NameKeys& keys, FileParts& parts) {
  using enum Words::Kind;
  const std::string_view language =
      article.language.empty() ? schema::default_language : std::string_view(article.language);
  Words words(analyzer, language);
  words.add(article.title, title_weight, Headline, &schema::title_field);
  words.add(article.standfirst, standfirst_weight, Text);
  words.add_body(article.body);
  if (article.image) words.add(article.image->caption, text_weight, Text);
  words.add(article.correction, text_weight, Text);
  for (const Author& author : article.authors) {
    words.add(author.name, text_weight, Name, &schema::author_field);
  }
  for (const std::string& tag : article.tags) words.add(tag, text_weight, Other);
  for (const std::string& place : article.places) words.add(place, text_weight, Name);
  words.take(keys, parts);
}

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

void add_facet(std::size_t index, const std::vector<std::string>& values, FileParts& parts) {
  const schema::Facet& facet = schema::facets[index];
  std::vector<std::string> kept;
  std::set<std::string> seen;
  for (const std::string& value : values) {
    const std::string term = schema::facet_term(facet, value);
    if (term == schema::none_term(facet) || !seen.insert(term).second) continue;
    parts.add(term);
    kept.push_back(value);
  }
  if (kept.empty()) {
    parts.add(schema::none_term(facet));
  } else {
    parts.columns.facets[index] = schema::pack(kept);
  }
}

void add_published(const Date& published, const TimeZone& zone, FileParts& parts) {
  const CalendarDay day = day_of(published, zone);
  parts.columns.published = first_instant(published, zone);
  parts.columns.day = static_cast<std::int32_t>(day.time_since_epoch().count());
  const std::chrono::year_month_day date(day);
  parts.add(schema::year_term(date));
  if (published.precision == Date::Precision::Year) return;
  parts.add(schema::month_term(date));
  if (published.precision == Date::Precision::Month) return;
  parts.add(schema::day_term(date));
}

void add_bands(const std::vector<std::uint32_t>& bands, FileParts& parts) {
  for (std::size_t i = 0; i < bands.size(); ++i) {
    parts.add(schema::band_term(i, bands[i]));
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

Xapian::Document DocumentBuilder::build(const Article& article, const Fingerprint& fingerprint) {
  FileParts parts;
  Xapian::Document document = build(article, fingerprint, parts);
  for (const auto& [term, wdf] : parts.terms) document.add_term(term, wdf);
  document.add_value(schema::order_slot, parts.order);
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    document.add_value(schema::facets[i].slot, parts.columns.facets[i]);  // an empty one is none
  }
  if (parts.columns.published) {
    document.add_value(schema::day_slot, schema::encode(parts.columns.day));
  }
  document.set_data(parts.data);
  return document;
}

Xapian::Document DocumentBuilder::build(const Article& article, const Fingerprint& fingerprint,
                                        FileParts& parts) {
  parts = {};
  add_words(article, analyzer_, name_keys_, parts);
  add_bands(fingerprint.bands, parts);
  Xapian::Document document;
  document.add_boolean_term(schema::id_term(article.id));
  if (!article.url.empty()) document.add_boolean_term(schema::url_term(article.url));
  for (std::size_t i = 0; i < schema::facets.size(); ++i) {
    add_facet(i, facet_values[i](article), parts);
  }
  for (std::size_t i = 0; i < has.size(); ++i) {
    if (has[i](article)) parts.add(schema::has_term(schema::has_fields[i]));
  }
  if (article.published) {
    add_published(*article.published, zone_, parts);
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

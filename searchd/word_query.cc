#include "searchd/word_query.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/term_stream.h"
#include "searchd/country_words.h"
#include "searchd/order_source.h"
#include "searchd/word_source.h"

namespace news {

namespace {

using Xapian::Query;

// BM25 gives a word at most some four times what it gives it where it stands once in a long text.
constexpr double variant_weight = 0.25;

const schema::TextField* find_field(std::string_view name) {
  const auto field = std::find_if(schema::text_fields.begin(), schema::text_fields.end(),
                                  [&](const schema::TextField& f) { return f.name == name; });
  return field == schema::text_fields.end() ? nullptr : &*field;
}

std::string term(std::string_view stem, std::string_view field) {
  const schema::TextField* in = find_field(field);
  return in != nullptr ? schema::field_term(*in, stem) : std::string(stem);
}

/// Any of which is found. What weighs most says how much: Xapian cannot reckon how many articles
/// have any of several rows of words.
Query any_of(const std::vector<Query>& spellings) {
  return spellings.size() == 1 ? spellings.front()
                               : Query(Query::OP_MAX, spellings.begin(), spellings.end());
}

/// Any of which the articles in a language have.
std::vector<std::string> terms_of(const ArchiveLanguage& language) {
  const schema::Facet& facet = schema::facets[schema::language_facet];
  std::vector<std::string> terms;
  for (const std::string& tag : language.tags) terms.push_back(schema::facet_term(facet, tag));
  if (language.untagged) terms.push_back(schema::none_term(facet));
  return terms;
}

bool has_limited(const WordTerms& word) {
  return std::any_of(word.groups.begin(), word.groups.end(),
                     [](const WordTerms::Synonyms& group) { return !group.limited.empty(); });
}

}  // namespace

WordQuery::WordQuery(const ArticleDatabase& database, const std::vector<ArchiveLanguage>& languages,
                     Analyzer& analyzer)
    : database_(database), languages_(languages), analyzer_(analyzer) {
  for (const ArchiveLanguage& language : languages) among_.push_back(terms_of(language));
}

Query WordQuery::build(const QueryNode& node, bool& truncated) {
  switch (node.kind) {
    case QueryNode::Kind::Word:
      return word(node);
    case QueryNode::Kind::Phrase:
      return phrase(node);
    case QueryNode::Kind::Near:
      return near(node);
    case QueryNode::Kind::Wildcard:
      return wildcard(node, truncated);
    default:
      return {};
  }
}

std::vector<std::string> WordQuery::pieces(std::string_view text,
                                           std::vector<std::string>* wholes) {
  std::vector<std::string> forms;
  for (Token& token : analyzer_.analyze(text, {})) {
    if (!token.whole) {
      forms.push_back(std::move(token.form));
    } else if (wholes != nullptr) {
      wholes->push_back(std::move(token.form));
    }
  }
  return forms;
}

/// One reading for each different row of stems: the archive's first language speaks for all
/// articles, the others for their own.
std::vector<WordQuery::Reading> WordQuery::readings(const std::vector<std::string>& forms) {
  std::vector<Reading> result;
  for (std::size_t i = 0; i < languages_.size(); ++i) {
    std::vector<std::string> stems;
    stems.reserve(forms.size());
    for (const std::string& form : forms) {
      stems.push_back(analyzer_.stem(form, languages_[i].code));
    }
    const auto same = std::find_if(result.begin(), result.end(),
                                   [&](const Reading& reading) { return reading.stems == stems; });
    if (same == result.end()) {
      result.push_back({std::move(stems), i == 0 ? std::vector<std::string>() : among_[i]});
    } else if (!same->among.empty()) {
      same->among.insert(same->among.end(), among_[i].begin(), among_[i].end());
    }
  }
  return result;
}

/// The articles that have a word of these terms.
Query WordQuery::leaf(WordTerms word) {
  for (const WordTerms::Synonyms& group : word.groups) {
    std::copy_if(group.terms.begin(), group.terms.end(), std::back_inserter(text_terms_),
                 schema::is_in_text);
  }
  const auto source = new WordSource(std::move(word), database_);
  return Query(source->release());  // the query owns it
}

Query WordQuery::leaf(WordTerms::Synonyms terms) { return leaf(WordTerms{{std::move(terms)}}); }

std::vector<std::string> WordQuery::take_text_terms() {
  std::sort(text_terms_.begin(), text_terms_.end());
  text_terms_.erase(std::unique(text_terms_.begin(), text_terms_.end()), text_terms_.end());
  return std::exchange(text_terms_, {});
}

Query WordQuery::all_of(const std::vector<std::string>& terms, double factor) {
  std::vector<Query> all;
  all.reserve(terms.size());
  for (const std::string& term : terms) {
    all.push_back(leaf({.terms = {term}, .factor = factor}));
  }
  return {Query::OP_AND, all.begin(), all.end()};
}

/// The stems in a row, or within `window` words if that is not 0. The terms of a field say where;
/// how much it weighs is told by the words themselves.
Query WordQuery::in_order(const std::vector<std::string>& stems, std::string_view field,
                          Xapian::termpos window) {
  const schema::TextField* in = find_field(field);
  std::vector<std::string> terms;
  terms.reserve(stems.size());
  for (const std::string& stem : stems) terms.push_back(term(stem, field));
  Query query = all_of(terms, in == nullptr ? 1 : 0);
  if (stems.size() > 1) {
    const OrderField order = in != nullptr ? in->order : OrderField::Text;
    const auto source = new OrderSource(stems, order, window, database_.files().orders);
    query = Query(Query::OP_FILTER, query, Query(source->release()));  // the query owns it
  }
  return in == nullptr ? query : Query(Query::OP_AND_MAYBE, query, all_of(stems, 1));
}

Query WordQuery::reading_query(const Reading& reading, const std::vector<std::string>& forms,
                               std::string_view field, bool exact, Xapian::termpos window) {
  Query query = in_order(reading.stems, field, window);
  for (std::size_t i = 0; exact && i < forms.size(); ++i) {
    if (forms[i] == reading.stems[i]) {
      query = Query(Query::OP_AND_NOT, query, leaf({.terms = {schema::never_bare_term(forms[i])}}));
    } else {
      query = Query(Query::OP_FILTER, query, leaf({.terms = {schema::exact_term(forms[i])}}));
    }
  }
  if (reading.among.empty()) return query;
  return {Query::OP_FILTER, query, any_term(reading.among, database_)};
}

/// As one word with several stems, so that a rare stem does not outweigh the common one.
Query WordQuery::stem_in_any(const std::vector<Reading>& readings, std::string_view field) {
  WordTerms::Synonyms all;
  for (const Reading& reading : readings) all.terms.push_back(reading.stems.front());
  const double frequency = WordSource::frequency(all, database_);
  std::vector<Query> alternatives;
  for (const Reading& reading : readings) {
    const std::string& stem = reading.stems.front();
    Query query = leaf({.terms = {stem}, .frequency = frequency});
    if (!field.empty()) {
      query = Query(Query::OP_AND_MAYBE, any_term({term(stem, field)}, database_), query);
    }
    if (!reading.among.empty()) {
      query = Query(Query::OP_FILTER, query, any_term(reading.among, database_));
    }
    alternatives.push_back(query);
  }
  return any_of(alternatives);
}

Query WordQuery::combine(const std::vector<std::string>& forms, std::string_view field, bool exact,
                         Xapian::termpos window) {
  if (forms.empty()) return {};
  tests_order_ = tests_order_ || forms.size() > 1;
  const std::vector<Reading> all = readings(forms);
  if (forms.size() == 1 && !exact && all.size() > 1) return stem_in_any(all, field);
  std::vector<Query> alternatives;
  alternatives.reserve(all.size());
  for (const Reading& reading : all) {
    alternatives.push_back(reading_query(reading, forms, field, exact, window));
  }
  if (forms.size() == 1 || alternatives.size() == 1) return any_of(alternatives);
  return {Query::OP_OR, alternatives.begin(), alternatives.end()};
}

/// The spelling that was asked for weighs by how rare it is; the others only add what all of them
/// together weigh, scaled so that an article that has nothing but them comes after those that have
/// it; unless they weigh alike.
Query WordQuery::word(const QueryNode& node) {
  if (WordTerms one = terms(node); !one.groups.empty() && !has_limited(one)) {
    return leaf(std::move(one));
  }
  std::vector<std::string> wholes;
  const std::vector<std::string> forms = pieces(node.text, &wholes);
  Query query = combine(forms, node.field);
  for (const std::string& whole : wholes) {
    query = Query(Query::OP_OR, query, combine({whole}, node.field));
  }
  std::vector<Query> spellings{query};
  if (node.initials && node.field.empty()) {
    spellings.push_back(leaf({.terms = {schema::initials_term(forms.front())}}));
  }
  query = any_of(spellings);
  if (node.variants.empty()) return query;
  WordTerms::Synonyms others;
  for (const std::string& variant : node.variants) {
    if (std::optional<std::string> other = node.field.empty() ? only_term(variant) : std::nullopt) {
      others.terms.push_back(std::move(*other));
    } else {
      spellings.push_back(combine(pieces(variant, nullptr), node.field));
    }
  }
  if (!others.terms.empty()) spellings.push_back(leaf(std::move(others)));
  if (weighs_alike(node, forms)) return any_of(spellings);
  return {Query::OP_OR, query, Query(Query::OP_SCALE_WEIGHT, any_of(spellings), variant_weight)};
}

bool WordQuery::is_known(const std::vector<std::string>& forms) const {
  return std::all_of(forms.begin(), forms.end(), [&](const std::string& form) {
    return std::any_of(languages_.begin(), languages_.end(), [&](const ArchiveLanguage& language) {
      return database_.frequency(analyzer_.stem(form, language.code)) > 0;
    });
  });
}

/// Whether its variants weigh as much as itself: where the archive does not know it, they take its
/// place, and whether a country is named or what comes from there is a matter of grammar.
bool WordQuery::weighs_alike(const QueryNode& word, const std::vector<std::string>& forms) const {
  return !is_known(forms) || !words_of_country(fold_key(word.text)).empty();
}

/// Their stems, where these are the same in all languages.
std::optional<std::vector<std::string>> WordQuery::only_stems(
    const std::vector<std::string>& forms) {
  std::vector<Reading> all = readings(forms);
  if (all.size() != 1 || !all.front().among.empty()) return std::nullopt;
  return std::move(all.front().stems);
}

/// The term of a text that is one in all languages.
std::optional<std::string> WordQuery::only_term(std::string_view text) {
  std::vector<std::string> wholes;
  const std::vector<std::string> forms = pieces(text, &wholes);
  if (forms.size() != 1 || !wholes.empty()) return std::nullopt;
  const auto stems = only_stems(forms);
  return stems ? std::optional(stems->front()) : std::nullopt;
}

/// Adds the stems of a text that is one word; false if it is more or less.
bool WordQuery::add_one_term(std::string_view text, WordTerms::Synonyms& to) {
  std::vector<std::string> wholes;
  const std::vector<std::string> forms = pieces(text, &wholes);
  if (forms.size() != 1 || !wholes.empty()) return false;
  for (Reading& reading : readings(forms)) {
    if (reading.among.empty()) {
      to.terms.push_back(std::move(reading.stems.front()));
    } else {
      to.limited.push_back({std::move(reading.stems.front()), std::move(reading.among)});
    }
  }
  return true;
}

WordTerms WordQuery::terms(const QueryNode& word) {
  WordTerms::Synonyms spelled;
  if (!word.field.empty() || !add_one_term(word.text, spelled)) return {};
  const std::vector<std::string> forms = pieces(word.text, nullptr);
  if (word.initials) spelled.terms.push_back(schema::initials_term(forms.front()));
  if (word.variants.empty()) return {{std::move(spelled)}};
  WordTerms::Synonyms any = spelled;
  for (const std::string& variant : word.variants) {
    if (!add_one_term(variant, any)) return {};
  }
  if (weighs_alike(word, forms)) return {{std::move(any)}};
  any.factor = variant_weight;
  return {{std::move(spelled), std::move(any)}};
}

/// What reading_query() finds of a phrase in no field.
bool WordQuery::add_phrase(const std::vector<std::string>& forms, TermPlan& plan) {
  const auto stems = only_stems(forms);
  if (forms.empty() || !stems) return false;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    plan.words.push_back({{{.terms = {(*stems)[i]}}}});
    if (forms[i] == (*stems)[i]) {
      plan.excluded.push_back(schema::never_bare_term(forms[i]));
    } else {
      plan.words.push_back({{{.terms = {schema::exact_term(forms[i])}, .factor = 0}}});
    }
  }
  if (forms.size() > 1) plan.rows.push_back({.stems = *stems});
  return true;
}

bool WordQuery::add_terms(const QueryNode& node, TermPlan& plan) {
  if (!node.field.empty()) return false;
  WordTerms terms;
  switch (node.kind) {
    case QueryNode::Kind::Word:
      terms = this->terms(node);
      break;
    case QueryNode::Kind::Phrase:
      return add_phrase(pieces(node.text, nullptr), plan);
    case QueryNode::Kind::Wildcard:
      if (const auto forms = pieces(node.text, nullptr); forms.size() == 1) {
        std::vector<std::string>& all = terms.groups.emplace_back().terms;
        for (const std::string& prefix : {forms.front(), schema::exact_term(forms.front())}) {
          const std::vector<std::string>& some = expand(prefix).terms;
          all.insert(all.end(), some.begin(), some.end());
        }
      }
      break;
    default:
      break;
  }
  if (terms.groups.empty() || terms.groups.front().terms.empty()) return false;
  plan.words.push_back(std::move(terms));
  return true;
}

Query WordQuery::phrase(const QueryNode& node) {
  const std::vector<std::string> forms = pieces(node.text, nullptr);
  return combine(forms, node.field, true);
}

Query WordQuery::near(const QueryNode& node) {
  std::vector<std::string> forms;
  std::vector<Query> phrases;
  for (const QueryNode& child : node.children) {
    const std::vector<std::string> words = pieces(child.text, nullptr);
    forms.insert(forms.end(), words.begin(), words.end());
    if (child.kind == QueryNode::Kind::Phrase) phrases.push_back(phrase(child));
  }
  if (forms.empty()) return {};
  const std::string& field = node.children.front().field;
  const std::size_t window = forms.size() - 1 + node.distance;
  Query query = combine(forms, field, false, static_cast<Xapian::termpos>(window));
  for (const Query& needed : phrases) query = Query(Query::OP_FILTER, query, needed);
  return query;
}

const WordQuery::Expansion& WordQuery::expand(const std::string& prefix) {
  const auto [known, is_new] = expansions_.try_emplace(prefix);
  Expansion& expansion = known->second;
  if (!is_new) return expansion;
  std::vector<std::pair<Xapian::doccount, std::string>> terms;
  for (TermStream found(database_, prefix); !found.at_end(); found.next()) {
    terms.emplace_back(found.frequency(), found.term());
  }
  if (terms.size() > max_expansion) {
    expansion.truncated = true;
    std::nth_element(terms.begin(), terms.begin() + max_expansion, terms.end(), std::greater<>());
    terms.resize(max_expansion);
  }
  for (auto& [frequency, found] : terms) expansion.terms.push_back(std::move(found));
  return expansion;
}

/// A form is a term of its own only where it differs from its stem, so both are looked through.
Query WordQuery::wildcard(const QueryNode& node, bool& truncated) {
  const std::vector<std::string> forms = pieces(node.text, nullptr);
  if (forms.size() != 1) return word(node);
  const std::string exact_prefix = schema::exact_term({});
  const Expansion& stems = expand(term(forms.front(), node.field));
  const Expansion& exact = expand(schema::exact_term(forms.front()));
  truncated = truncated || stems.truncated || exact.truncated;
  WordTerms::Synonyms all{.terms = stems.terms};
  std::vector<Query> phrases;
  for (const std::string& found : exact.terms) {
    const QueryNode one{.kind = QueryNode::Kind::Phrase,
                        .text = found.substr(exact_prefix.size()),
                        .field = node.field,
                        .children = {}};
    if (node.field.empty()) {
      all.terms.push_back(found);
    } else {
      phrases.push_back(phrase(one));
    }
  }
  // A word that nothing begins with still is a query, one that finds nothing.
  if (all.terms.empty() && phrases.empty()) all.terms.push_back(term(forms.front(), node.field));
  if (!all.terms.empty()) phrases.push_back(leaf(std::move(all)));
  return any_of(phrases);
}

}  // namespace news

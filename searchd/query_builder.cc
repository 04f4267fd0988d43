#include "searchd/query_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "common/country.h"
#include "common/schema.h"
#include "searchd/date_span.h"
#include "searchd/word_source.h"

namespace news {

namespace {

using Xapian::Query;

Query everything() { return Query(std::string()); }

bool is_date(const QueryNode& node) {
  return node.kind == QueryNode::Kind::Filter &&
         (node.field == "before" || node.field == "after" || node.field == "date");
}

Query range_query(const DateRange& range) {
  return {Query::OP_VALUE_RANGE, schema::published_slot, schema::encode(range.from),
          schema::encode(range.to)};
}

std::string facet_term(const schema::Facet& facet, const std::string& value) {
  if (value == "-") return schema::none_term(facet);
  if (facet.name == "country")
    return schema::facet_term(facet, country_code(value).value_or(value));
  return schema::facet_term(facet, value);
}

/// Any of which an article has that passes a filter; none where it is a range.
std::vector<std::string> terms_of_filter(const QueryNode& node) {
  if (node.field == "has") return {schema::has_term(node.text)};
  if (node.field == "id") return {schema::id_term(node.text)};
  if (node.field == "url") return schema::lookup_terms(node.text);
  const auto facet = schema::find_facet(node.field);
  if (!facet) return {};
  return {facet_term(schema::facets[*facet], node.text)};
}

/// All of the query and the dates; nothing if there are none.
std::optional<QueryNode> and_all(QueryNode root, std::vector<QueryNode> dates) {
  for (QueryNode& date : dates) root.children.push_back(std::move(date));
  if (root.children.empty()) return std::nullopt;
  const bool single =
      root.children.size() == 1 && root.children.front().kind != QueryNode::Kind::Not;
  return single ? QueryNode(root.children.front()) : root;
}

std::string note_of_variants(const QueryNode& word) {
  return fmt::format("{} is also found as {}; \"{}\" in quotes as it is spelled", word.text,
                     fmt::join(word.variants, ", "), word.text);
}

std::string note_of_initials(const QueryNode& word) {
  return fmt::format(
      "{} is also found where a name has these initials; \"{}\" in quotes as it is "
      "spelled",
      word.text, word.text);
}

/// Of `Rogers <ROG>` the code is found as well; of `TWA <TWA>` there is nothing to add.
void add_code(QueryNode& word) {
  const std::string code = fold_key(word.code);
  const auto is_same = [&](const std::string& form) { return fold_key(form) == code; };
  if (is_same("") || is_same(word.text)) return;
  if (std::any_of(word.variants.begin(), word.variants.end(), is_same)) return;
  word.variants.push_back(word.code);
}

/// A year is in an article that was published in it as well as in one that names it.
void or_in_year(QueryWord& word, const ArticleDatabase& database) {
  const bool is_year = word.text.size() == 4 && (word.text[0] == '1' || word.text[0] == '2') &&
                       word.text.find_first_not_of("0123456789") == std::string::npos;
  if (!is_year) return;
  const std::string term = schema::year_term(std::chrono::year(std::stoi(word.text)) / 1 / 1);
  word.query = Query(Query::OP_OR, word.query, any_term({term}, database));
  if (!word.terms.groups.empty()) word.terms.groups.push_back({.terms = {term}, .factor = 0});
}

Query without_weight(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }

/// The moments that `before`, `after` or `date` allows. An open range has one end, which then is
/// what others are before or after.
DateRange moments(const std::string& field, const DateSpan& span, const TimeZone& zone) {
  DateRange range;
  if (field == "before") {
    range.to = first_instant(span.from ? *span.from : *span.to, zone) - 1;
  } else if (field == "after") {
    range.from = last_instant(span.to ? *span.to : *span.from, zone) + 1;
  } else {
    if (span.from) range.from = first_instant(*span.from, zone);
    if (span.to) range.to = last_instant(*span.to, zone);
  }
  return range;
}

}  // namespace

QueryBuilder::QueryBuilder(const ArticleDatabase& database,
                           const std::vector<ArchiveLanguage>& languages, const TimeZone& zone,
                           Instant now, Analyzer& analyzer, NameSpellings* spellings)
    : database_(database),
      words_(database, languages, analyzer),
      languages_(languages),
      zone_(zone),
      now_(now),
      analyzer_(analyzer),
      spellings_(spellings) {}

BuiltQuery QueryBuilder::build(ParsedQuery parsed) {
  built_ = {};
  built_.echo.ignored = std::move(parsed.ignored);
  built_.echo.notes = std::move(parsed.notes);
  if (!parsed.root) return std::move(built_);

  QueryNode root = std::move(*parsed.root);
  for (std::string& word : leave_out_stop_words(root, languages_, analyzer_)) {
    built_.echo.ignored.push_back(std::move(word));
  }
  std::vector<QueryNode> dates = take_dates(root);
  Parts parts = build_parts(root);  // root is an And
  built_.query = parts.all();
  built_.plan = parts.plan();
  built_.words = std::move(parts.words);
  for (QueryWord& word : built_.words) {
    for (const std::string& term : word.text_terms) {
      word.frequency = std::max(word.frequency.value_or(0), database_.frequency(term));
    }
  }
  built_.tests_order = words_.tests_order();
  built_.needed = parts.needed;
  built_.excluded = parts.excluded;
  if (built_.query.empty()) root = {.kind = QueryNode::Kind::And, .children = {}};
  built_.searched = and_all(std::move(root), std::move(dates));
  if (built_.searched) built_.echo.searched = to_string(*built_.searched);
  return std::move(built_);
}

/// Dates that hold for the whole query are tested on the columns, which is cheaper than reading
/// values. Takes them out of the query and gives them back.
std::vector<QueryNode> QueryBuilder::take_dates(QueryNode& root) {
  if (root.kind != QueryNode::Kind::And) {
    root = {.kind = QueryNode::Kind::And, .children = {QueryNode(root)}};
  }
  std::vector<QueryNode> dates;
  std::erase_if(root.children, [&](const QueryNode& child) {
    if (!is_date(child)) return false;
    dates.push_back(child);
    return true;
  });
  for (const QueryNode& node : dates) {
    const DateRange range = date_filter(node);
    built_.dates.from = std::max(built_.dates.from, range.from);
    built_.dates.to = std::min(built_.dates.to, range.to);
  }
  return dates;
}

DateRange QueryBuilder::date_filter(const QueryNode& node) {
  const std::optional<DateSpan> span = read_date_span(node.text, {}, zone_, now_);
  // Moments that no article has, should the parser ever let a bad date through.
  if (!span) return {.from = DateRange{}.to, .to = DateRange{}.from};
  if (span->relative) {
    built_.echo.notes.push_back(
        fmt::format("{}:{} is {}:{}", node.field, node.text, node.field, to_string(*span)));
  }
  return moments(node.field, *span, zone_);
}

Query QueryBuilder::build_node(QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::And:
      return build_parts(node).all();
    case QueryNode::Kind::Or:
      return build_or(node);
    case QueryNode::Kind::Not:
      node = {.kind = QueryNode::Kind::And, .children = {QueryNode(node)}};
      return build_parts(node).all();
    case QueryNode::Kind::Filter:
      return without_weight(build_filter(node));
    default:
      return build_words(node);
  }
}

QueryBuilder::Parts QueryBuilder::build_parts(QueryNode& node) {
  Parts parts;
  if (spellings_ != nullptr) spellings_->add_city_names(node.children);
  const auto add = [](Query& to, Query::op op, const Query& query) {
    to = to.empty() ? query : Query(op, to, query);
  };
  std::erase_if(node.children, [&](QueryNode& child) {
    const bool negative = child.kind == QueryNode::Kind::Not;
    words_.take_text_terms();
    const Query query = negative ? build_excluded(child.children.front()) : build_node(child);
    if (query.empty()) return true;
    if (negative) {
      add(parts.excluded, Query::OP_OR, query);
      if (parts.others && !exclude_terms(child.children.front(), *parts.others)) {
        parts.others.reset();
      }
    } else if (child.kind == QueryNode::Kind::Word && child.field.empty()) {
      QueryWord& word = parts.words.emplace_back();
      word.text = child.text;
      word.query = query;
      word.needed = child.plus || node.plus;
      word.text_terms = words_.take_text_terms();
      word.terms = words_.terms(child);
      word.pieces = build_pieces(child);
      or_in_year(word, database_);
    } else {
      add(parts.needed, Query::OP_AND, query);
      if (parts.others && !add_terms(child, *parts.others)) parts.others.reset();
    }
    return false;
  });
  return parts;
}

Query QueryBuilder::Parts::all() const {
  Query found = needed;
  for (const QueryWord& word : words) {
    found = found.empty() ? word.query : Query(Query::OP_AND, found, word.query);
  }
  if (excluded.empty()) return found;
  if (found.empty()) found = without_weight(everything());
  return {Query::OP_AND_NOT, found, excluded};
}

std::optional<TermPlan> QueryBuilder::Parts::plan() const {
  const auto is_terms = [](const QueryWord& word) { return !word.terms.groups.empty(); };
  if (!others || !std::all_of(words.begin(), words.end(), is_terms)) return std::nullopt;
  if (words.empty() && others->words.empty()) return std::nullopt;
  TermPlan plan = *others;
  std::vector<WordTerms> all;
  for (const QueryWord& word : words) all.push_back(word.terms);
  plan.words.insert(plan.words.begin(), all.begin(), all.end());
  return plan;
}

/// What is excluded gives no weight.
Query QueryBuilder::build_excluded(QueryNode& node) {
  const bool ranks = built_.ranks;
  Query query = build_node(node);
  built_.ranks = ranks;
  return query;
}

Query QueryBuilder::build_or(QueryNode& node) {
  std::vector<Query> alternatives;
  std::erase_if(node.children, [&](QueryNode& child) {
    const Query query = build_node(child);
    if (query.empty()) return true;
    alternatives.push_back(query);
    return false;
  });
  return {Query::OP_OR, alternatives.begin(), alternatives.end()};
}

/// Nothing where the word is no compound of words that mean something alone, such as F-16.
std::vector<Query> QueryBuilder::build_pieces(const QueryNode& word) {
  constexpr std::size_t shortest = 3;
  std::vector<Token> tokens = analyzer_.analyze(word.text, {});
  std::erase_if(tokens, [](const Token& token) { return token.whole; });
  const bool is_compound =
      tokens.size() > 1 && std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
        return token.form.size() >= shortest;
      });
  std::vector<Query> pieces;
  bool truncated = false;
  for (const Token& token : tokens) {
    if (!is_compound) break;
    pieces.push_back(words_.build({.text = token.form, .children = {}}, truncated));
  }
  return pieces;
}

Query QueryBuilder::build_words(QueryNode& node) {
  bool truncated = false;
  if (spellings_ != nullptr) spellings_->add_variants(node);
  add_code(node);
  if (!node.variants.empty()) built_.echo.notes.push_back(note_of_variants(node));
  if (node.initials) built_.echo.notes.push_back(note_of_initials(node));
  Query query = words_.build(node, truncated);
  if (query.empty()) {
    built_.echo.ignored.push_back(to_string(node));
  } else {
    built_.ranks = true;
  }
  if (truncated) {
    built_.echo.notes.push_back(fmt::format("{}* stands for the {} most frequent of its words",
                                            node.text, WordQuery::max_expansion));
  }
  return query;
}

Query QueryBuilder::build_filter(const QueryNode& node) {
  const std::vector<std::string> terms = terms_of_filter(node);
  if (terms.empty()) return range_query(date_filter(node));
  return any_term(terms, database_);
}

/// Adds what is not a word of the whole query; false if it is more than terms.
bool QueryBuilder::add_terms(const QueryNode& node, TermPlan& plan) {
  if (node.kind != QueryNode::Kind::Filter) return words_.add_terms(node, plan);
  std::vector<std::string> terms = terms_of_filter(node);
  if (terms.empty()) return false;
  plan.words.push_back({{{.terms = std::move(terms), .factor = 0}}});
  return true;
}

bool QueryBuilder::exclude_terms(const QueryNode& node, TermPlan& plan) {
  TermPlan excluded;
  if (!add_terms(node, excluded) || excluded.words.size() != 1 || !excluded.excluded.empty()) {
    return false;
  }
  for (WordTerms::Synonyms& group : excluded.words.front().groups) {
    if (!group.limited.empty()) return false;
    plan.excluded.insert(plan.excluded.end(), group.terms.begin(), group.terms.end());
  }
  return true;
}

}  // namespace news

#include "searchd/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/schema.h"
#include "common/text.h"
#include "searchd/date_span.h"
#include "searchd/pasted_headline.h"
#include "searchd/query_lexer.h"

namespace news {

namespace {

using Kind = QueryNode::Kind;
using TokenKind = QueryToken::Kind;
using Nodes = std::vector<QueryNode>;

// An id that was pasted is no longer.
constexpr std::size_t max_typed_bytes = 1024;

/// One node for several of the same kind, flat; nothing for none.
std::optional<QueryNode> combine(Kind kind, Nodes nodes) {
  Nodes flat;
  bool plus = false;
  for (QueryNode& node : nodes) {
    if (node.kind == kind) {
      plus = plus || node.plus;
      std::move(node.children.begin(), node.children.end(), std::back_inserter(flat));
    } else {
      flat.push_back(std::move(node));
    }
  }
  if (flat.empty()) return std::nullopt;
  if (flat.size() == 1) return QueryNode(std::move(flat.front()));
  return QueryNode{.kind = kind, .plus = plus, .children = std::move(flat)};
}

bool is_plain(const QueryNode& node) {
  return node.kind == Kind::Word || node.kind == Kind::Phrase;
}

/// A word that would be read as an operator, as the word it is meant to be: in small letters.
std::string as_word(std::string text) {
  if (text != "AND" && text != "OR" && text != "NOT" && !text.starts_with("NEAR")) return text;
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  while (text.ends_with('/')) text.pop_back();  // of a NEAR/ without its number
  return text;
}

bool is_one_word(const std::string& text) {
  std::vector<std::string> notes;
  const std::vector<QueryToken> word{{.kind = TokenKind::Word, .text = text}};
  return lex_query(text, notes) == word;
}

class Parser {
 public:
  Parser(std::vector<QueryToken> tokens, ParsedQuery& parsed)
      : tokens_(std::move(tokens)), parsed_(parsed) {}

  std::optional<QueryNode> parse() {
    Nodes all;
    while (!done()) {
      if (auto node = either()) all.push_back(std::move(*node));
      if (take(TokenKind::Close)) note_once("a bracket too many was left out");
    }
    if (left_out_ > 0) {
      parsed_.ignored.push_back(fmt::format("… {} more", left_out_));
      parsed_.notes.push_back(
          fmt::format("only the first {} words were searched", max_query_words));
    }
    return combine(Kind::And, std::move(all));
  }

 private:
  bool done() const { return at_ >= tokens_.size(); }
  bool next_is(TokenKind kind) const { return !done() && tokens_[at_].kind == kind; }
  bool take(TokenKind kind) {
    const bool taken = next_is(kind);
    if (taken) ++at_;
    return taken;
  }
  void ignore_token() { parsed_.ignored.push_back(tokens_[at_++].text); }
  void note_once(const std::string& note) {
    if (std::find(parsed_.notes.begin(), parsed_.notes.end(), note) == parsed_.notes.end()) {
      parsed_.notes.push_back(note);
    }
  }

  /// What stands on one side of an OR.
  struct Side {
    Nodes nodes;
    std::vector<bool> required;  ///< Those with a plus, which hold for the other sides as well.
    bool joined = false;         ///< By AND, somewhere.
  };

  /// `a b OR c`: sides joined by OR, up to a closing bracket.
  std::optional<QueryNode> either() {
    std::vector<Side> sides;
    for (;;) {
      Side one = side();
      if (!one.nodes.empty()) sides.push_back(std::move(one));
      if (!next_is(TokenKind::Or)) break;
      const bool dangling = sides.empty() || at_ + 1 == tokens_.size() ||
                            tokens_[at_ + 1].kind == TokenKind::Close ||
                            tokens_[at_ + 1].kind == TokenKind::Or;
      if (dangling)
        ignore_token();
      else
        ++at_;
    }
    return join(std::move(sides));
  }

  static std::optional<QueryNode> join(std::vector<Side> sides) {
    Nodes alternatives;
    Nodes required;
    for (Side& one : sides) {
      Nodes kept;
      for (std::size_t i = 0; i < one.nodes.size(); ++i) {
        const bool for_all = one.required[i] && sides.size() > 1;
        (for_all ? required : kept).push_back(std::move(one.nodes[i]));
      }
      auto node = combine(Kind::And, std::move(kept));
      if (!node) continue;
      if (node->kind == Kind::And) node->plus = node->plus || one.joined;
      alternatives.push_back(std::move(*node));
    }
    Nodes all;
    if (auto node = combine(Kind::Or, std::move(alternatives))) all.push_back(std::move(*node));
    std::move(required.begin(), required.end(), std::back_inserter(all));
    return combine(Kind::And, std::move(all));
  }

  /// `a b AND c`: everything up to an OR or a closing bracket.
  Side side() {
    Side result;
    while (!done() && !next_is(TokenKind::Or) && !next_is(TokenKind::Close)) {
      if (next_is(TokenKind::And)) {
        and_operator(result);
        continue;
      }
      if (next_is(TokenKind::Near)) {
        ignore_token();
        continue;
      }
      bool required = false;
      auto node = signed_node(required);
      if (!node) continue;
      result.nodes.push_back(std::move(*node));
      result.required.push_back(required);
    }
    return result;
  }

  void and_operator(Side& before) {
    const bool first = before.nodes.empty();
    const TokenKind next = at_ + 1 < tokens_.size() ? tokens_[at_ + 1].kind : TokenKind::Close;
    const bool last = next == TokenKind::Close || next == TokenKind::Or || next == TokenKind::And;
    if (first || last) {
      ignore_token();
    } else {
      before.joined = true;
      ++at_;
    }
  }

  /// A node with its NOT, minus or plus signs.
  std::optional<QueryNode> signed_node(bool& required) {
    bool negative = false;
    std::size_t sign = tokens_.size();
    for (; next_is(TokenKind::Not) || next_is(TokenKind::Plus); ++at_) {
      sign = at_;
      if (next_is(TokenKind::Not)) negative = !negative;
      if (next_is(TokenKind::Plus)) required = true;
    }
    auto node = near();
    if (node && node->kind == Kind::Word && next_is(TokenKind::Code)) {
      node->code = tokens_[at_++].text;
    }
    if (!node) {
      if (sign < tokens_.size()) parsed_.ignored.push_back(tokens_[sign].text);
      return std::nullopt;
    }
    if (negative) {
      required = false;
      node->plus = false;
      if (node->kind == Kind::Not) return QueryNode(std::move(node->children.front()));
      return QueryNode{.kind = Kind::Not, .children = {std::move(*node)}};
    }
    if (required && node->kind == Kind::Word) node->plus = true;
    return node;
  }

  /// `a NEAR/5 b NEAR c`.
  std::optional<QueryNode> near() {
    auto first = primary();
    while (first && next_is(TokenKind::Near) && at_ + 1 < tokens_.size()) {
      const unsigned distance = tokens_[at_].distance;
      const QueryToken operation = tokens_[at_++];
      auto second = primary();
      if (!second) {
        parsed_.ignored.push_back(operation.text);
        break;
      }
      first = join_near(std::move(*first), std::move(*second), distance);
    }
    return first;
  }

  QueryNode join_near(QueryNode first, QueryNode second, unsigned distance) {
    const std::string& field =
        first.kind == Kind::Near ? first.children.front().field : first.field;
    const bool fits = (first.kind == Kind::Near || is_plain(first)) && is_plain(second) &&
                      first.code.empty() && second.code.empty() && second.field == field;
    if (!fits) {
      note_once("NEAR joins words and phrases; here it is read as AND");
      Nodes both{std::move(first), std::move(second)};
      return *combine(Kind::And, std::move(both));
    }
    if (first.kind != Kind::Near) {
      first = QueryNode{.kind = Kind::Near, .children = {QueryNode(first)}};
    }
    first.distance = std::max(first.distance, distance);
    first.children.push_back(std::move(second));
    return first;
  }

  std::optional<QueryNode> primary() {
    if (done()) return std::nullopt;
    switch (tokens_[at_].kind) {
      case TokenKind::Open:
        return brackets();
      case TokenKind::Field:
        return field();
      case TokenKind::Phrase:
        return phrase(tokens_[at_++].text);
      case TokenKind::Word:
      case TokenKind::Code:  // behind no word
        return word(tokens_[at_++].text);
      default:
        return std::nullopt;
    }
  }

  std::optional<QueryNode> brackets() {
    ++at_;
    if (depth_ >= max_query_depth) {
      note_once(fmt::format("brackets deeper than {} were left out", max_query_depth));
      return std::nullopt;
    }
    ++depth_;
    auto node = either();
    --depth_;
    if (!take(TokenKind::Close)) note_once("a bracket was missing at the end");
    return node;
  }

  bool one_more() {
    if (++words_ <= max_query_words) return true;
    ++left_out_;
    return false;
  }

  std::optional<QueryNode> phrase(const std::string& text) {
    const std::string cleaned = clean_line(text);
    if (!has_letter_or_digit(cleaned) || !one_more()) return std::nullopt;
    return QueryNode{.kind = Kind::Phrase, .text = cleaned, .children = {}};
  }

  std::optional<QueryNode> word(const std::string& typed) {
    if (!one_more()) return std::nullopt;
    if (typed.find('*') == std::string::npos) {
      return QueryNode{.kind = Kind::Word, .text = as_word(typed), .children = {}};
    }
    std::string text = typed;
    std::erase(text, '*');
    if (!has_letter_or_digit(text)) return std::nullopt;
    const bool is_one = is_one_word(text);
    const bool wildcard =
        is_one && typed.size() == text.size() + 1 && typed.ends_with('*') && text.size() >= 3;
    if (!wildcard) {
      note_once(
          "a * stands at the end of a word, after three letters or more; elsewhere it is "
          "left out");
    }
    // What has become a field or an operator is not meant as one.
    if (is_one && !wildcard) text = as_word(text);
    const Kind word = is_one ? Kind::Word : Kind::Phrase;
    return QueryNode{.kind = wildcard ? Kind::Wildcard : word, .text = text, .children = {}};
  }

  std::optional<QueryNode> field() {
    const std::string name = tokens_[at_++].text;
    if (is_text_field(name)) {
      auto node = primary();
      if (node) set_field(*node, name);
      if (!node) parsed_.ignored.push_back(name + ':');
      return node;
    }
    if (next_is(TokenKind::Word) || next_is(TokenKind::Phrase)) {
      return filter(name, tokens_[at_++].text);
    }
    auto node = next_is(TokenKind::Open) ? brackets() : std::nullopt;
    if (!node) {
      parsed_.ignored.push_back(name + ':');
      return std::nullopt;
    }
    return make_filters(*node, name) ? node : std::nullopt;
  }

  /// `title:(a OR b)` is `title:a OR title:b`.
  static void set_field(QueryNode& node, const std::string& name) {
    const bool words = is_plain(node) || node.kind == Kind::Wildcard;
    if (words && node.field.empty()) node.field = name;
    for (QueryNode& child : node.children) set_field(child, name);
  }

  /// `country:(UA OR DE)` is `country:UA OR country:DE`. False where nothing is left.
  bool make_filters(QueryNode& node, const std::string& name) {
    if (is_plain(node) || node.kind == Kind::Wildcard) {
      if (!node.code.empty()) parsed_.ignored.push_back('<' + node.code + '>');
      auto made = filter(name, node.text);
      if (made) node = std::move(*made);
      return made.has_value();
    }
    std::erase_if(node.children, [&](QueryNode& child) { return !make_filters(child, name); });
    if (node.kind == Kind::Filter) return true;
    if (node.kind == Kind::Near) node.kind = Kind::And;  // values stand nowhere
    const bool single = node.children.size() == 1 && node.kind != Kind::Not;
    if (single) node = QueryNode(node.children.front());
    return single || !node.children.empty();
  }

  std::optional<QueryNode> filter(const std::string& name, const std::string& typed) {
    const std::string value = clean_line(typed);
    const std::string problem = explain(name, value);
    if (!problem.empty()) {
      parsed_.ignored.push_back(name + ':' + value);
      note_once(problem);
      return std::nullopt;
    }
    if (!one_more()) return std::nullopt;
    return QueryNode{.kind = Kind::Filter, .text = value, .field = name, .children = {}};
  }

  /// Why `value` cannot be a value of the field; empty if it can.
  static std::string explain(const std::string& name, const std::string& value) {
    if (value.empty()) return fmt::format("{}: has no value", name);
    const bool date = name == "before" || name == "after" || name == "date";
    if (date && !is_date_span(value)) {
      return fmt::format("{}: {}", name, explain_bad_date_span(value));
    }
    if (name != "has") return {};
    const std::vector<std::string> known(schema::has_fields.begin(), schema::has_fields.end());
    if (std::find(known.begin(), known.end(), value) != known.end()) return {};
    const auto nearest = nearest_word(value, known);
    return fmt::format("has: does not know \"{}\"; {}", value,
                       nearest ? fmt::format("did you mean {}?", *nearest)
                               : fmt::format("it knows {}", fmt::join(known, ", ")));
  }

  std::vector<QueryToken> tokens_;
  ParsedQuery& parsed_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t words_ = 0;
  std::size_t left_out_ = 0;
};

bool is_operator(const QueryToken& token) {
  return token.kind == TokenKind::And || token.kind == TokenKind::Or ||
         token.kind == TokenKind::Near || (token.kind == TokenKind::Not && token.text == "NOT");
}

void make_words_of_operators(std::vector<QueryToken>& tokens) {
  for (QueryToken& token : tokens) {
    if (is_operator(token)) token = {.kind = TokenKind::Word, .text = token.text};
  }
}

}  // namespace

ParsedQuery parse_query(std::string_view q) {
  std::vector<std::string> notes;
  std::vector<QueryToken> tokens = lex_query(q, notes);
  const auto parse = [&](const std::vector<QueryToken>& of) {
    ParsedQuery parsed;
    parsed.typed = clean_line(repair_utf8(truncate_utf8(q, max_typed_bytes)));
    parsed.notes = notes;
    parsed.root = Parser(of, parsed).parse();
    return parsed;
  };
  ParsedQuery parsed = parse(tokens);
  const bool words = std::any_of(tokens.begin(), tokens.end(), [](const QueryToken& token) {
    return token.kind == TokenKind::Word || token.kind == TokenKind::Phrase ||
           token.kind == TokenKind::Code;
  });
  if (std::none_of(tokens.begin(), tokens.end(), is_operator)) return parsed;
  if (!parsed.root && !words) {  // they have nothing to work on, so they are what was meant
    std::erase_if(tokens, [](const QueryToken& token) { return !is_operator(token); });
    make_words_of_operators(tokens);
    notes = {"AND, OR, NOT and NEAR are searched for as words"};
    return parse(tokens);
  }
  // Decided by what was understood, so that the query as printed is understood alike.
  if (!parsed.root || !is_headline_in_capitals(*parsed.root)) return parsed;
  make_words_of_operators(tokens);
  notes.emplace_back("in a query all in capitals, AND, OR, NOT and NEAR are words");
  return parse(tokens);
}

}  // namespace news

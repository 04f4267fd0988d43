#include "searchd/query.h"

#include <fmt/format.h>

#include <string_view>

namespace news {

namespace {

using Kind = QueryNode::Kind;

std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", text); }

std::string value_of(const QueryNode& filter) {
  const bool plain = !filter.text.empty() && filter.text[0] != '+' &&
                     filter.text.find_first_of(" ()") == std::string::npos;
  return plain ? filter.text : in_quotes(filter.text);
}

std::string in_field(const QueryNode& node, const std::string& text) {
  return node.field.empty() ? text : node.field + ':' + text;
}

std::string join(const QueryNode& node, std::string_view between);

/// As part of a larger query: in brackets where it would fall apart.
std::string part(const QueryNode& node, Kind around) {
  const bool brackets =
      (node.kind == Kind::Or && around != Kind::Or) ||
      ((node.kind == Kind::And || node.kind == Kind::Near) && around == Kind::Not) ||
      (node.kind == Kind::And && around != Kind::And);
  return brackets ? '(' + to_string(node) + ')' : to_string(node);
}

std::string join(const QueryNode& node, std::string_view between) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (!text.empty()) text += between;
    text += part(child, node.kind);
  }
  return text;
}

}  // namespace

std::string to_string(const QueryNode& query) {
  const std::string plus = query.plus ? "+" : "";
  switch (query.kind) {
    case Kind::Word:
      return plus + in_field(query, query.text) +
             (query.code.empty() ? "" : fmt::format(" <{}>", query.code));
    case Kind::Phrase:
      return in_field(query, in_quotes(query.text));
    case Kind::Wildcard:
      return in_field(query, query.text + '*');
    case Kind::Filter:
      return query.field + ':' + value_of(query);
    case Kind::Near:
      return join(query, fmt::format(" NEAR/{} ", query.distance));
    case Kind::And:
      return join(query, query.plus ? " AND " : " ");
    case Kind::Or:
      return join(query, " OR ");
    case Kind::Not: {
      const std::string excluded = part(query.children.front(), Kind::Not);
      // A minus before a digit could be read as the sign of a number.
      const bool number = !excluded.empty() && excluded[0] >= '0' && excluded[0] <= '9';
      return number ? "-(" + excluded + ')' : '-' + excluded;
    }
  }
  return {};
}

}  // namespace news

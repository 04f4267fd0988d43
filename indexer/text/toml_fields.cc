#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <toml.hpp>

#include "indexer/text/front_matter.h"
#include "indexer/text/front_matter_fields.h"

namespace news {
namespace {

/// What stands between quotes, from the quotes on: its size.
std::size_t string_size(std::string_view text) {
  const std::string_view mark = text.substr(0, 1);
  const bool is_basic = mark == "\"";
  const bool is_long = text.size() > 2 && text[1] == text[0] && text[2] == text[0];
  const std::string_view end = is_long ? text.substr(0, 3) : mark;
  for (std::size_t i = end.size(); i < text.size(); ++i) {
    if (is_basic && text[i] == '\\') {
      ++i;
    } else if (text.substr(i).starts_with(end)) {
      return i + end.size();
    } else if (!is_long && text[i] == '\n') {
      return i;
    }
  }
  return text.size();
}

/// The library calls itself for every level, which a bracket or a dot in a key opens.
void refuse_depth(std::string_view fields) {
  constexpr std::ptrdiff_t max_open = 32;
  std::ptrdiff_t open = 0;
  std::ptrdiff_t dots = 0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const char c = fields[i];
    if (c == '"' || c == '\'') i += string_size(fields.substr(i)) - 1;
    if (c == '#') i = std::min(fields.find('\n', i), fields.size()) - 1;
    if (c == '[' || c == '{') ++open;
    if (c == ']' || c == '}') open = std::max<std::ptrdiff_t>(open - 1, 0);
    if (c == '\n' || c == '=' || c == ',') dots = 0;
    if (c == '.') ++dots;
    if (open + dots > max_open) throw BadFrontMatter("the front matter is nested too deeply");
  }
}

/// Numbers, truth values and dates as they are written.
std::string scalar_text(const toml::value& node) {
  if (node.is_string()) return node.as_string().str;
  std::ostringstream text;
  text << node;
  return text.str();
}

// NOLINTNEXTLINE(misc-no-recursion): at most max_meta_depth deep.
MetaValue copy(const toml::value& node, int depth) {
  if (depth > max_meta_depth) throw BadFrontMatter("the front matter is nested too deeply");
  MetaValue value;
  if (node.is_array()) {
    for (const toml::value& item : node.as_array()) value.list.push_back(copy(item, depth + 1));
  } else if (node.is_table()) {
    for (const auto& [name, member] : node.as_table()) {
      value.map.push_back({name, copy(member, depth + 1)});
    }
    std::sort(value.map.begin(), value.map.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
  } else {
    value.text = scalar_text(node);
  }
  return value;
}

/// The library's message has several lines and quotes the source.
std::string first_line(const std::string& message) { return message.substr(0, message.find('\n')); }

}  // namespace

MetaValue read_toml_fields(std::string_view fields) {
  refuse_depth(fields);
  std::istringstream stream{std::string(fields)};
  try {
    return copy(toml::parse(stream, "front matter"), 0);
  } catch (const std::exception& e) {
    throw BadFrontMatter("the front matter is not TOML: " + first_line(e.what()));
  }
}

}  // namespace news

#include "indexer/field_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <string_view>

#include "common/error.h"
#include "common/text.h"
#include "indexer/readers/article_fields.h"

namespace news {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white_space = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
  text.remove_suffix(text.size() - (text.find_last_not_of(white_space) + 1));
  return text;
}

void require_field(const std::string& field, const std::string& place) {
  const std::vector<std::string> known = article_field_names();
  if (std::find(known.begin(), known.end(), field) != known.end()) return;
  const auto nearest = nearest_word(field, known);
  throw Error(fmt::format("{}: articles have no field '{}'", place, field),
              nearest ? fmt::format("did you mean {}?", *nearest)
                      : fmt::format("the fields are: {}", fmt::join(known, ", ")));
}

void add_pair(std::string_view text, const std::string& place, FieldMap& map) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    throw Error(fmt::format("{}: '{}' says nothing", place, text),
                "expected FIELD=NAME, such as title=headline");
  }
  std::string field(trimmed(text.substr(0, equals)));
  require_field(field, place);
  map.fields.emplace_back(std::move(field), trimmed(text.substr(equals + 1)));
}

void add_file(const std::string& path, FieldMap& map) {
  std::ifstream file(path);
  if (!file) {
    throw Error(fmt::format("--map: cannot read {}", path),
                "give FIELD=NAME,... or a file with one FIELD=NAME a line");
  }
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    std::string_view text = line;
    if (++number == 1 && text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    text = trimmed(text);
    if (text.empty() || text.starts_with('#')) continue;
    add_pair(text, fmt::format("{}:{}", path, number), map);
  }
}

/// Adds the pairs of one value. A comma within quotes belongs to a value.
void add_list(std::string_view text, FieldMap& map) {
  while (!text.empty()) {
    std::size_t end = 0;
    bool quoted = false;
    while (end < text.size() && (quoted || text[end] != ',')) quoted ^= text[end++] == '"';
    const std::string_view pair = trimmed(text.substr(0, end));
    if (!pair.empty()) add_pair(pair, "--map", map);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

FieldMap parse_field_map(const std::vector<std::string>& values) {
  FieldMap map;
  for (const std::string& value : values) {
    if (value.starts_with('@')) {
      add_file(value.substr(1), map);
    } else if (value.find('=') == std::string::npos) {
      add_file(value, map);
    } else {
      add_list(value, map);
    }
  }
  return map;
}

}  // namespace news

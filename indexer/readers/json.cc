#include "indexer/readers/json.h"

#include "indexer/readers/json_article.h"
#include "indexer/readers/json_articles.h"
#include "indexer/readers/native_article.h"

namespace news {
namespace {

/// Where services and databases put the articles in what they answer.
const std::vector<JsonPath>& known_paths() {
  static const std::vector<JsonPath> paths{
      {"articles"},
      {"items"},
      {"results"},
      {"data"},
      {"docs"},
      {"documents"},
      {"entries"},
      {"hits"},
      {"news"},
      {"posts"},
      {"records"},
      {"rows"},
      {"stories"},
      {"value"},
      {"hits", "hits"},
      {"response", "docs"},
      {"response", "results"},
      {"articles", "results"},
      {"data", "articles"},
      {"data", "items"},
      {"data", "results"},
      {"result", "articles"},
  };
  return paths;
}

}  // namespace

bool knows_json(std::string_view beginning, std::string_view) {
  return trim_json(beginning).starts_with('[') || is_json_over_lines(beginning) ||
         is_json_envelope(beginning, known_paths());
}

void read_json(const Source& source, Intake& intake) {
  const ArticleMapper mapper(source.map);
  const auto take = [&](std::string_view text, const Place& place) {
    take_json_article(text, mapper, place, intake);
  };
  PeekedStream bytes(source.bytes);
  const bool is_envelope = is_json_envelope(bytes.beginning(), known_paths());
  const std::vector<JsonPath> none;
  read_json_elements({bytes, source.name, source.map}, is_envelope ? known_paths() : none, intake,
                     take);
}

}  // namespace news

#include "indexer/readers/jsonl.h"

#include "indexer/readers/json.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_articles.h"
#include "indexer/readers/native_article.h"

namespace news {

bool knows_jsonl(std::string_view beginning, std::string_view name) {
  const std::string_view text = trim_json(beginning);
  return text.empty() || (text.starts_with('{') && !knows_json(beginning, name));
}

void read_jsonl(const Source& source, Intake& intake) {
  const ArticleMapper mapper(source.map);
  read_json_lines(source, intake, [&](std::string_view text, const Place& place) {
    take_json_article(text, mapper, place, intake);
  });
}

}  // namespace news

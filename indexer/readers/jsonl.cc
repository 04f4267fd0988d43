#include "indexer/readers/jsonl.h"

#include <optional>

#include "indexer/readers/json.h"
#include "indexer/readers/lines.h"
#include "indexer/readers/native_article.h"

namespace news {

bool knows_jsonl(std::string_view beginning, std::string_view name) {
  const std::string_view text = trim_json(beginning);
  return text.empty() || (text.starts_with('{') && !knows_json(beginning, name));
}

void read_jsonl(const Source& source, Intake& intake) {
  Lines lines(source.bytes, max_article_bytes);
  while (const std::optional<Line> line = lines.next()) {
    const Place place{.source = source.name, .line = line->number};
    const std::string_view text = trim_json(line->text);
    if (line->is_too_long) {
      intake.rejected(place, std::string(too_long_reason), text);
    } else if (!text.empty()) {
      take_article(text, place, intake);
    }
  }
}

}  // namespace news

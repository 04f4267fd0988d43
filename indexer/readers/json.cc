#include "indexer/readers/json.h"

#include <algorithm>
#include <optional>

#include "indexer/readers/json_elements.h"
#include "indexer/readers/native_article.h"

namespace news {
namespace {

/// Whether the first line has nothing but the bracket that opens an object.
bool is_object_over_lines(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::size_t next = text.find_first_not_of(" \t\r", 1);
  return next != std::string_view::npos && text[next] == '\n';
}

}  // namespace

bool knows_json(std::string_view beginning, std::string_view) {
  const std::string_view text = trim_json(beginning);
  return text.starts_with('[') || is_object_over_lines(text);
}

void read_json(const Source& source, Intake& intake) {
  JsonElements elements(source.bytes, max_article_bytes);
  try {
    while (const std::optional<JsonElement> element = elements.next()) {
      const Place place{.source = source.name, .line = element->line};
      if (element->is_too_long) {
        intake.rejected(place, std::string(too_long_reason), element->text);
      } else {
        take_article(element->text, place, intake);
      }
    }
  } catch (const BrokenJson& broken) {
    intake.rejected({.source = source.name, .line = broken.line()},
                    std::string(broken.what()) + "; what follows is not read, mend it there", {});
  }
}

}  // namespace news

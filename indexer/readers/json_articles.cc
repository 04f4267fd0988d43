#include "indexer/readers/json_articles.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "indexer/readers/json_elements.h"
#include "indexer/readers/lines.h"
#include "indexer/readers/native_article.h"

namespace news {
namespace {

constexpr std::string_view white_space = " \t\r\n";

void take_or_reject(std::string_view text, bool is_too_long, const Place& place, Intake& intake,
                    const TakeJson& take) {
  if (is_too_long) return intake.rejected(place, std::string(too_long_reason), text);
  if (!text.empty()) take(text, place);
}

/// Whether an object of these names is an article rather than an envelope.
bool is_article(const std::vector<std::string>& names) {
  constexpr std::array own{"title", "headline", "body", "text", "content"};
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::find(own.begin(), own.end(), name) != own.end();
  });
}

}  // namespace

void read_json_lines(const Source& source, Intake& intake, const TakeJson& take) {
  Lines lines(source.bytes, max_article_bytes);
  while (const std::optional<Line> line = lines.next()) {
    const Place place{.source = source.name, .line = line->number};
    take_or_reject(trim_json(line->text), line->is_too_long, place, intake, take);
  }
}

void read_json_elements(const Source& source, const std::vector<JsonPath>& paths, Intake& intake,
                        const TakeJson& take) {
  JsonElements elements(source.bytes, max_article_bytes, paths);
  try {
    while (const std::optional<JsonElement> element = elements.next()) {
      const Place place{.source = source.name, .line = element->line};
      take_or_reject(element->text, element->is_too_long, place, intake, take);
    }
  } catch (const BrokenJson& broken) {
    intake.rejected({.source = source.name, .line = broken.line()},
                    std::string(broken.what()) + "; what follows is not read, mend it there", {});
  }
}

bool is_json_envelope(std::string_view beginning, const std::vector<JsonPath>& paths) {
  const std::string_view text = trim_json(beginning);
  if (!text.starts_with('{')) return false;
  JsonPathTracker tracker;
  for (std::size_t i = 0; i < text.size(); ++i) {
    tracker.step(text[i]);
    if (tracker.is_closed()) return false;
    const bool opened = text[i] == '[' && std::any_of(paths.begin(), paths.end(), [&](auto& path) {
                          return tracker.opened_array_at(path);
                        });
    if (!opened) continue;
    const std::size_t first = text.find_first_not_of(white_space, i + 1);
    const bool of_objects =
        first == std::string_view::npos || text[first] == '{' || text[first] == ']';
    return of_objects && !is_article(tracker.top_names());
  }
  return false;
}

bool is_json_over_lines(std::string_view beginning) {
  const std::string_view text = trim_json(beginning);
  if (!text.starts_with('{')) return false;
  const std::string_view line = text.substr(0, text.find('\n'));
  JsonPathTracker tracker;
  for (const char c : line) {
    tracker.step(c);
    if (tracker.is_closed()) return false;
  }
  const std::size_t next = text.find_first_not_of(white_space, line.size());
  return !tracker.is_in_string() && next != std::string_view::npos && text[next] != '{';
}

bool has_json_names(std::string_view beginning, const std::vector<std::string_view>& names) {
  const std::string_view text = trim_json(beginning);
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
    const std::string quoted = '"' + std::string(name) + '"';
    for (auto at = text.find(quoted); at != std::string_view::npos;
         at = text.find(quoted, at + 1)) {
      const auto behind = text.find_first_not_of(white_space, at + quoted.size());
      if (behind != std::string_view::npos && text[behind] == ':') return true;
    }
    return false;
  });
}

void read_json_articles(const Source& source, const std::vector<JsonPath>& paths, Intake& intake,
                        const TakeJson& take) {
  PeekedStream bytes(source.bytes);
  const std::string_view beginning = bytes.beginning();
  const bool by_lines = trim_json(beginning).starts_with('{') && !is_json_over_lines(beginning) &&
                        !is_json_envelope(beginning, paths);
  const Source peeked{bytes, source.name, source.map};
  by_lines ? read_json_lines(peeked, intake, take)
           : read_json_elements(peeked, paths, intake, take);
}

}  // namespace news

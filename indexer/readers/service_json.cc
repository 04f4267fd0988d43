#include "indexer/readers/service_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/error.h"
#include "common/text.h"
#include "indexer/readers/json_articles.h"

namespace news {
namespace {

/// Where services say what went wrong.
constexpr std::array error_paths{"fault/faultstring",
                                 "response/message",
                                 "message",
                                 "error/message",
                                 "error",
                                 "errors",
                                 "detail"};

/// What an answer without articles says; empty if it says nothing.
std::string error_in(const JsonValue& answer) {
  for (const char* path : error_paths) {
    const JsonValue value = answer.at(path);
    if (value.is_array() && !value.is_empty()) return value.elements().front().text();
    if (std::string text = value.text(); !text.empty()) return text;
  }
  return {};
}

void take_object(const JsonValue& object, const Service& service, const Place& place,
                 Intake& intake) {
  const JsonValue inner = *service.single == '\0' ? JsonValue() : object.at(service.single);
  const JsonValue article = inner.is_object() ? inner : object;
  const bool is_article =
      std::any_of(service.marks.begin(), service.marks.end(),
                  [&](const char* mark) { return !article.member(mark).is_empty(); });
  if (is_article) {
    return take_article(service.article(article), place, intake);
  }
  constexpr std::size_t shown = 200;
  const std::string said = clean_line(error_in(object));
  const std::string reason =
      said.empty()
          ? fmt::format(
                "has none of '{}', of which every article of {} has one; name another format "
                "with --format",
                fmt::join(service.marks, "', '"), service.name)
          : fmt::format("is no article but an error of the service: \"{}\"; ask it again",
                        truncate_utf8(said, shown));
  intake.rejected(place, reason, object.dump());
}

}  // namespace

void read_service(const Source& source, const Service& service, Intake& intake) {
  read_json_articles(source, service.arrays, intake,
                     [&](std::string_view text, const Place& place) {
                       std::optional<JsonDocument> document;
                       try {
                         document.emplace(text);
                       } catch (const BadArticle& bad) {
                         return intake.rejected(place, bad.what(), text);
                       }
                       take_object(document->root(), service, place, intake);
                     });
}

void keep_extra(const char* name, const JsonValue& value, SourceArticle& article) {
  if (std::string text = value.text(); !text.empty()) {
    article.extra.emplace_back(name, std::move(text));
  }
}

}  // namespace news

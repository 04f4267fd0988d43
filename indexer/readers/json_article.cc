#include "indexer/readers/json_article.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article_json.h"
#include "common/error.h"

namespace news {
namespace {

/// What reading an object as the native format came to.
struct Native {
  std::optional<Article> article;
  std::vector<std::string> warnings;
  std::string reason;  // why there is no article
};

Native read_native(std::string_view json) {
  Native native;
  try {
    native.article = parse_article(json, native.warnings);
  } catch (const BadArticle& bad) {
    native.reason = bad.what();
  }
  return native;
}

/// Whether nothing that is searched can be missing, whatever else is in the object: it is as
/// complete as ours are, or one that `export` printed.
bool is_surely_native(const Article& article) {
  if (article.extra.empty() || !article.derived.empty() || !article.story.empty()) return true;
  return !article.title.empty() && !article.body.empty() && article.published.has_value();
}

bool has_own_names(const JsonValue& object) {
  constexpr std::array names{"id", "url", "title", "body", "body_html"};
  return std::any_of(names.begin(), names.end(),
                     [&](const char* name) { return !object.member(name).is_empty(); });
}

void deliver(Native&& native, std::string_view json, const Place& place, Intake& intake) {
  if (!native.article) return intake.rejected(place, native.reason, json);
  intake.article(std::move(*native.article), place);
  for (const std::string& warning : native.warnings) intake.warning(place, warning);
}

std::vector<std::string> names_of(const JsonValue& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.members()) names.push_back(name);
  return names;
}

}  // namespace

void take_json_article(std::string_view json, const ArticleMapper& mapper, const Place& place,
                       Intake& intake) {
  Native native;
  if (!mapper.is_told()) native = read_native(json);
  if (native.article && is_surely_native(*native.article)) {
    return deliver(std::move(native), json, place, intake);
  }
  std::optional<JsonDocument> document;
  try {
    document.emplace(json);
  } catch (const BadArticle& bad) {
    if (native.reason.empty()) native.reason = bad.what();
    return intake.rejected(place, native.reason, json);
  }
  const JsonValue object = document->root();
  if (mapper.is_told() || mapper.finds_other_names(object)) {
    return mapper.take(object, place, intake);
  }
  if (!native.article && !object.is_empty() && !has_own_names(object)) {
    native.reason = unknown_names_reason(names_of(object));
  }
  deliver(std::move(native), json, place, intake);
}

}  // namespace news

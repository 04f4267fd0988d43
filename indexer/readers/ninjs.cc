#include "indexer/readers/ninjs.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/error.h"
#include "indexer/readers/json_elements.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/native_article.h"
#include "indexer/readers/ninjs_article.h"
#include "indexer/readers/versions.h"

namespace news {
namespace {

/// What an item without text is, in the plural.
std::string_view kind_of(JsonField item) {
  const std::string type = item.text("type");
  if (type == "composite") return "packages";
  if (type == "picture" || type == "graphic") return "pictures";
  if (type == "audio" || type == "video") return "recordings";
  return "items without text";
}

void take_item(JsonField item, const Place& place, Versions& versions, Intake& intake) {
  if (!item.is_object()) throw BadArticle("is no object; expected a ninjs item");
  const std::string uri = item.text("uri");
  const std::string status = item.text("pubstatus");
  if (!uri.empty() && !versions.is_current(uri, item.text("version"))) {
    return intake.skipped(place, "older versions");
  }
  if (!uri.empty() && (status == "canceled" || status == "withheld")) {
    return intake.removed(uri, place);
  }
  SourceArticle article = ninjs_article(item);
  const bool is_text = item.text("type") == "text" || item.text("type").empty();
  if (article.body.empty() && !is_text) return intake.skipped(place, kind_of(item));
  take_article(std::move(article), place, intake);
}

}  // namespace

bool knows_ninjs(std::string_view beginning, std::string_view) {
  const std::string_view json_text = trim_json(beginning);
  if (!json_text.starts_with('{') && !json_text.starts_with('[')) return false;
  const std::vector<std::string_view> members = first_members(json_text);
  const auto has = [&](std::string_view name) {
    return std::find(members.begin(), members.end(), name) != members.end();
  };
  // Wherever it stands, none of these is in other JSON of news.
  constexpr std::array sure{"body_xhtml", "description_xhtml", "pubstatus", "representationtype",
                            "versioncreated"};
  constexpr std::array likely{"bodies",           "body_html", "body_text", "descriptions",
                              "description_text", "headline",  "headlines"};
  if (std::any_of(sure.begin(), sure.end(), has)) return true;
  // The New York Times calls its addresses uri as well.
  return has("uri") && !has("web_url") && std::any_of(likely.begin(), likely.end(), has);
}

void read_ninjs(const Source& source, Intake& intake) {
  Versions versions;
  JsonElements elements(source.bytes, max_article_bytes);
  try {
    while (const std::optional<JsonElement> element = elements.next()) {
      const Place place{.source = source.name, .line = element->line};
      if (element->is_too_long) {
        intake.rejected(place, std::string(too_long_reason), element->text);
        continue;
      }
      try {
        take_item(JsonText(element->text).root(), place, versions, intake);
      } catch (const BadArticle& bad) {
        intake.rejected(place, bad.what(), element->text);
      }
    }
  } catch (const BrokenJson& broken) {
    intake.rejected({.source = source.name, .line = broken.line()},
                    std::string(broken.what()) + "; what follows is not read, mend it there", {});
  }
}

}  // namespace news

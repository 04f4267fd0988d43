#include "indexer/readers/jsonfeed.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/native_article.h"
#include "indexer/source_article.h"

namespace news {
namespace {

using json_field::elements;
using json_field::first_text;
using json_field::member;
using json_field::text;
using nlohmann::json;

/// `authors` of version 1.1, or the `author` of version 1.
std::vector<Author> authors_of(const json& object) {
  std::vector<Author> authors;
  const auto add = [&](const json& person) {
    const std::string name = text(person, "name");
    const std::string url = text(person, "url");
    if (name.empty()) return;
    authors.push_back({.name = name, .url = is_web_url(url) ? url : std::string()});
  };
  for (const json* person : elements(object, "authors")) add(*person);
  if (authors.empty()) add(member(object, "author"));
  return authors;
}

Image image_of(const json& item, const std::string& base) {
  std::string url = first_text(item, {"image", "banner_image"});
  for (const json* attachment : elements(item, "attachments")) {
    const bool is_picture = text(*attachment, "mime_type").starts_with("image/");
    if (url.empty() && is_picture) url = text(*attachment, "url");
  }
  return {.url = resolved_url(url, base)};
}

/// The id that JSON Feed asks for is unique in its feed; one without a scheme is not beyond it.
std::string id_of(const json& item, const std::string& url) {
  std::string id = text(item, "id");
  const bool is_unique = id.find(':') != std::string::npos || id.size() >= 16;
  return id == url || (!is_unique && !url.empty()) ? std::string() : id;
}

SourceArticle article_of(const json& item, const Feed& feed) {
  SourceArticle article;
  article.url = resolved_url(first_text(item, {"url", "external_url"}), feed.base);
  const std::string id = text(item, "id");
  if (article.url.empty() && is_web_url(id)) article.url = id;
  article.id = id_of(item, article.url);
  article.title = feed_line(text(item, "title"));
  const std::string html = text(item, "content_html");
  article.image = image_of(item, feed.base);
  set_texts(html.empty() ? clean_text(text(item, "content_text"))
                         : feed_content(html, feed.base, article.image),
            feed_text(text(item, "summary")), article);
  article.authors = authors_of(item);
  article.published = text(item, "date_published");
  article.updated = text(item, "date_modified");
  if (article.published.empty()) article.published = article.updated;
  article.language = text(item, "language");
  article.tags = json_field::names(item, "tags");
  fill_in_from(feed, article);
  return article;
}

/// A feed in parts, so that one which breaks off still gives the items before.
struct FeedText {
  json head = json::object();  ///< All but the items.
  std::vector<json> items;
  std::string failure;
};

FeedText parse_feed(std::string_view text) {
  FeedText feed;
  const auto take = [&](int depth, const std::string& key, const json& value) {
    if (depth == 2 && key == "items") feed.items.push_back(value);
    if (depth == 1 && key != "items") feed.head[key] = value;
  };
  try {
    read_json_text(text, take);
  } catch (const BadArticle& bad) {
    feed.failure = bad.what();
  }
  return feed;
}

Feed feed_of(const json& object) {
  return {.title = text(object, "title"),
          .base = first_text(object, {"home_page_url", "feed_url"}),
          .language = text(object, "language"),
          .authors = authors_of(object)};
}

}  // namespace

bool knows_jsonfeed(std::string_view beginning, std::string_view) {
  const std::string_view json_text = trim_json(beginning);
  if (!json_text.starts_with('{')) return false;
  // The address is written with or without escaped slashes.
  return beginning.find("jsonfeed.org/version") != std::string_view::npos ||
         beginning.find("jsonfeed.org\\/version") != std::string_view::npos;
}

void read_jsonfeed(const Source& source, Intake& intake) {
  const Place place{.source = source.name};
  const std::optional<std::string> whole = read_whole(source.bytes, max_article_bytes);
  if (!whole) {
    return intake.rejected(
        place, "is a JSON Feed of more than 32 MB, the bound for one document; split it", {});
  }
  const FeedText text = parse_feed(*whole);
  const Feed feed = feed_of(text.head);
  std::size_t number = 0;
  for (const json& item : text.items) {
    const Place at{.source = fmt::format("{}:item {}", source.name, ++number)};
    if (!item.is_object()) {
      intake.rejected(at, "is no object; expected an item of a JSON Feed", item.dump());
    } else {
      take_article(article_of(item, feed), at, intake);
    }
  }
  if (!text.failure.empty()) intake.rejected(place, text.failure, {});
}

}  // namespace news

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

/// `authors` of version 1.1, or the `author` of version 1.
std::vector<Author> authors_of(JsonField object) {
  std::vector<Author> authors;
  const auto add = [&](JsonField person) {
    const std::string name = person.text("name");
    const std::string url = person.text("url");
    if (name.empty()) return;
    authors.push_back({.name = name, .url = is_web_url(url) ? url : std::string()});
  };
  for (const JsonField person : object.elements("authors")) add(person);
  if (authors.empty()) add(object.member("author"));
  return authors;
}

Image image_of(JsonField item, const std::string& base) {
  std::string url = item.first_text({"image", "banner_image"});
  for (const JsonField attachment : item.elements("attachments")) {
    const bool is_picture = attachment.text("mime_type").starts_with("image/");
    if (url.empty() && is_picture) url = attachment.text("url");
  }
  return {.url = resolve_url(url, base)};
}

/// The id that JSON Feed asks for is unique in its feed; one without a scheme is not beyond it.
std::string id_of(JsonField item, const std::string& url) {
  std::string id = item.text("id");
  const bool is_unique = id.find(':') != std::string::npos || id.size() >= 16;
  return id == url || (!is_unique && !url.empty()) ? std::string() : id;
}

SourceArticle article_of(JsonField item, const Feed& feed) {
  SourceArticle article;
  article.url = resolve_url(item.first_text({"url", "external_url"}), feed.base);
  const std::string id = item.text("id");
  if (article.url.empty() && is_web_url(id)) article.url = id;
  article.id = id_of(item, article.url);
  article.title = feed_line(item.text("title"));
  const std::string html = item.text("content_html");
  article.image = image_of(item, feed.base);
  set_texts(html.empty() ? clean_text(item.text("content_text"))
                         : feed_content(html, feed.base, article.image),
            feed_text(item.text("summary")), article);
  article.authors = authors_of(item);
  article.published = item.text("date_published");
  article.updated = item.text("date_modified");
  if (article.published.empty()) article.published = article.updated;
  article.language = item.text("language");
  article.tags = item.names("tags");
  fill_in_from(feed, article);
  return article;
}

/// A feed in parts, so that one which breaks off still gives the items before.
struct FeedText {
  nlohmann::json head = nlohmann::json::object();  ///< All but the items.
  std::vector<nlohmann::json> items;
  std::string failure;
};

FeedText parse_feed(std::string_view text) {
  FeedText feed;
  const auto take = [&](int depth, const std::string& key, JsonField value) {
    const bool is_item = depth == 2 && key == "items";
    const bool is_head = depth == 1 && key != "items";
    // The tree is gone where the parser gives up.
    if (is_item) feed.items.push_back(nlohmann::json::parse(value.dump()));
    if (is_head) feed.head[key] = nlohmann::json::parse(value.dump());
  };
  try {
    const JsonText whole(text, take);
  } catch (const BadArticle& bad) {
    feed.failure = bad.what();
  }
  return feed;
}

Feed feed_of(JsonField object) {
  return {.title = object.text("title"),
          .base = object.first_text({"home_page_url", "feed_url"}),
          .language = object.text("language"),
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
  const Feed feed = feed_of(JsonField(&text.head));
  std::size_t number = 0;
  for (const nlohmann::json& value : text.items) {
    const JsonField item(&value);
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

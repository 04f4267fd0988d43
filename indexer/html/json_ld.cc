#include "indexer/html/json_ld.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "common/text.h"
#include "indexer/html/json_text.h"
#include "indexer/html/values.h"

namespace news::html {
namespace {

using nlohmann::json;

json parse_script(const std::string& script) {
  json value = json::parse(script, nullptr, false, true);
  if (value.is_discarded()) value = json::parse(mended_json(script), nullptr, false, true);
  // Some templates escape the whole script as if it were text.
  const bool escaped = value.is_discarded() && script.find("&quot;") != std::string::npos;
  if (escaped) value = json::parse(mended_json(decoded(script)), nullptr, false, true);
  return value;
}

/// All things that the page's scripts describe.
class Things {
 public:
  explicit Things(const Page& page) {
    for (const Node& node : page.nodes()) {
      const bool described = node.name == "script" && node.first != nullptr &&
                             attribute(node, "type").find("ld+json") != std::string_view::npos;
      if (described) scripts_.push_back(parse_script(node.first->text));
    }
    for (const json& script : scripts_) gather(script);
  }

  const std::vector<const json*>& all() const { return all_; }

  /// `value`, or what it refers to by its `@id` alone.
  const json& resolved(const json& value) const {
    if (!value.is_object() || value.size() > 2 || !value.contains("@id")) return value;
    const auto found = by_id_.find(string_of(value["@id"]));
    return found == by_id_.end() || value.contains("name") ? value : *found->second;
  }

  static std::string string_of(const json& value) {
    return value.is_string() ? value.get<std::string>() : std::string();
  }

 private:
  /// Keeps what stands in arrays, `@graph`s and as the main thing of a page.
  void gather(const json& top) {
    std::vector<const json*> waiting{&top};
    while (!waiting.empty()) {
      const json& value = *waiting.back();
      waiting.pop_back();
      if (value.is_array()) {
        for (auto element = value.rbegin(); element != value.rend(); ++element) {
          waiting.push_back(&*element);
        }
      }
      if (!value.is_object()) continue;
      all_.push_back(&value);
      if (value.contains("@id") && value.size() > 1)
        by_id_.emplace(string_of(value["@id"]), &value);
      for (const char* inner : {"mainEntity", "mainEntityOfPage", "@graph"}) {
        if (value.contains(inner)) waiting.push_back(&value[inner]);
      }
    }
  }

  std::vector<json> scripts_;
  std::vector<const json*> all_;
  std::map<std::string, const json*> by_id_;
};

/// Calls `use` for the value, or each of the values, of a field.
template <class Use>
void for_each(const json& thing, const char* field, const Use& use) {
  const auto found = thing.find(field);
  if (found == thing.end()) return;
  if (!found->is_array()) return use(*found);
  for (const json& element : *found) use(element);
}

/// The first text of a field: a string, a number, `@value`, or the name of a thing.
std::string text(const Things& things, const json& thing, const char* field) {
  std::string first;
  for_each(thing, field, [&](const json& value) {
    const json& resolved = things.resolved(value);
    if (!first.empty()) return;
    if (resolved.is_number()) first = resolved.dump();
    if (resolved.is_string()) first = decoded(resolved.get<std::string>());
    for (const char* inner : {"@value", "name"}) {
      if (first.empty() && resolved.is_object() && resolved.contains(inner)) {
        first = decoded(Things::string_of(resolved[inner]));
      }
    }
  });
  return first;
}

/// The first address in a field: a string, or the `url`, `contentUrl` or `@id` of a thing.
std::string address(const Things& things, const json& thing, const char* field) {
  std::string first;
  for_each(thing, field, [&](const json& value) {
    const json& resolved = things.resolved(value);
    if (first.empty()) first = Things::string_of(resolved);
    for (const char* inner : {"url", "contentUrl", "@id"}) {
      if (first.empty() && resolved.is_object() && resolved.contains(inner)) {
        first = Things::string_of(resolved[inner]);
      }
    }
  });
  return decoded(first);
}

std::vector<std::string> types_of(const json& thing) {
  std::vector<std::string> types;
  for_each(thing, "@type", [&](const json& type) {
    const std::string name = Things::string_of(type);
    types.push_back(name.substr(name.find_last_of("/:") + 1));
  });
  return types;
}

bool is_page(const json& thing) {
  const std::vector<std::string> types = types_of(thing);
  return std::any_of(types.begin(), types.end(),
                     [](const std::string& type) { return type.ends_with("WebPage"); });
}

bool is_article(const json& thing) {
  const std::vector<std::string> types = types_of(thing);
  return std::any_of(types.begin(), types.end(), is_article_type);
}

void take_author(const Things& things, const json& value, SourceArticle& article) {
  const json& thing = things.resolved(value);
  if (thing.is_string()) return add_author({.name = decoded(thing.get<std::string>())}, article);
  if (!thing.is_object()) return;
  for_each(thing, "name", [&](const json& name) {
    if (!name.is_string()) return;
    add_author({.name = decoded(name.get<std::string>()),
                .role = text(things, thing, "jobTitle"),
                .bio = text(things, thing, "description"),
                .url = address(things, thing, "url")},
               article);
  });
}

void take_image(const Things& things, const json& thing, SourceArticle& article) {
  for (const char* field : {"image", "thumbnailUrl"}) {
    if (article.image.url.empty()) article.image.url = address(things, thing, field);
  }
  for_each(thing, "image", [&](const json& value) {
    const json& image = things.resolved(value);
    if (!image.is_object() || !article.image.caption.empty()) return;
    article.image.caption = text(things, image, "caption");
    article.image.credit = text(things, image, "creditText");
  });
}

void take_tags(const Things& things, const json& thing, SourceArticle& article) {
  for_each(thing, "keywords", [&](const json& value) {
    const json& keyword = things.resolved(value);
    if (keyword.is_string()) add_tags(decoded(keyword.get<std::string>()), article);
    if (keyword.is_object()) article.tags.push_back(text(things, keyword, "name"));
  });
}

SourceArticle article_of(const Things& things, const json& thing) {
  SourceArticle article;
  article.title = text(things, thing, "headline");
  if (article.title.empty()) article.title = text(things, thing, "name");
  article.url = address(things, thing, "url");
  if (article.url.empty()) article.url = address(things, thing, "mainEntityOfPage");
  article.standfirst = text(things, thing, "description");
  article.body = paragraphs(Things::string_of(thing.value("articleBody", json())));
  for (const char* field : {"author", "creator"}) {
    if (!article.authors.empty()) break;
    for_each(thing, field, [&](const json& value) { take_author(things, value, article); });
  }
  article.published = text(things, thing, "datePublished");
  if (article.published.empty()) article.published = text(things, thing, "dateCreated");
  article.updated = text(things, thing, "dateModified");
  article.section = text(things, thing, "articleSection");
  article.source = text(things, thing, "publisher");
  article.language = text(things, thing, "inLanguage");
  article.dateline = text(things, thing, "dateline");
  for_each(thing, "contentLocation", [&](const json& place) {
    const json& location = things.resolved(place);
    if (location.is_string()) article.places.push_back(decoded(location.get<std::string>()));
    if (location.is_object()) article.places.push_back(text(things, location, "name"));
  });
  take_image(things, thing, article);
  take_tags(things, thing, article);
  return article;
}

}  // namespace

SourceArticle json_ld_article(const Page& page, std::string_view url) {
  const Things things(page);
  SourceArticle best;
  bool found = false;
  for (const json* thing : things.all()) {
    if (!is_article(*thing)) continue;
    SourceArticle article = article_of(things, *thing);
    const bool is_here = !url.empty() && is_same_page(article.url, url);
    if (!found || is_here) best = std::move(article);
    found = true;
    if (is_here) break;
  }
  for (const json* thing : things.all()) {
    if (!is_page(*thing) || is_article(*thing)) continue;
    SourceArticle about = article_of(things, *thing);
    about.title.clear();  // with the site's name
    if (found || !about.published.empty()) fill_in(about, best);
  }
  return best;
}

}  // namespace news::html

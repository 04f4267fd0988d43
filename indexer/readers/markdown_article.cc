#include "indexer/readers/markdown_article.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/url.h"
#include "indexer/text/lines_of.h"

namespace news {
namespace {

/// What is taken from several fields; the one named first wins.
struct TextField {
  std::string SourceArticle::*field;
  std::array<std::string_view, 10> names;
};

/// Names without `_`, `-` and case.
constexpr std::array text_fields{
    TextField{&SourceArticle::title, {"title", "headline"}},
    TextField{&SourceArticle::standfirst,
              {"standfirst", "deck", "dek", "subtitle", "subheadline", "summary", "description",
               "excerpt", "lead"}},
    TextField{&SourceArticle::published,
              {"date", "publishdate", "pubdate", "published", "publishedat", "publisheddate",
               "datepublished", "created", "createdat"}},
    TextField{&SourceArticle::first_published, {"firstpublished", "firstpublishedat"}},
    TextField{&SourceArticle::updated,
              {"lastmod", "updated", "updatedat", "lastmodifiedat", "lastupdated", "modified",
               "datemodified", "dateupdated"}},
    TextField{&SourceArticle::embargo_until, {"embargountil", "embargo"}},
    TextField{&SourceArticle::language, {"language", "lang", "locale"}},
    TextField{&SourceArticle::source,
              {"source", "publisher", "publication", "sourcename", "site", "sitename"}},
    TextField{&SourceArticle::dateline, {"dateline"}},
    TextField{&SourceArticle::correction, {"correction", "corrections"}},
    TextField{&SourceArticle::id, {"id", "uid", "uuid", "guid"}},
};

using Take = void (*)(const MetaValue& value, SourceArticle& article);
struct Field {
  std::string_view name;
  Take take;
};

std::string field_name(std::string_view name) {
  std::string result = lower_ascii(name);
  result.erase(std::remove_if(result.begin(), result.end(),
                              [](char c) { return c == '_' || c == '-' || c == ' '; }),
               result.end());
  return result;
}

/// The texts of a list; a single text is one by commas.
std::vector<std::string> items_of(const MetaValue& value) {
  std::vector<std::string> items;
  for (const std::string& text : texts_of(value)) {
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::size_t end =
          value.list.empty() ? std::min(rest.find(','), rest.size()) : rest.size();
      const std::string_view item = trim(rest.substr(0, end));
      if (!item.empty()) items.emplace_back(item);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return items;
}

std::string member_text(const MetaValue& value, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const MetaValue* const member = value.member(name);
    if (member != nullptr && !text_of(*member).empty()) return text_of(*member);
  }
  return {};
}

void take_person(const MetaValue& value, SourceArticle& article) {
  if (!value.map.empty()) {
    article.authors.push_back({.name = member_text(value, {"name", "title", "display_name"}),
                               .role = member_text(value, {"role", "position", "job"}),
                               .bio = member_text(value, {"bio", "description", "about"}),
                               .url = member_text(value, {"url", "link", "website"})});
  } else if (!value.text.empty()) {
    article.authors.push_back({.name = value.text});
  }
}

void take_authors(const MetaValue& value, SourceArticle& article) {
  if (!value.text.empty()) {
    article.byline += (article.byline.empty() ? "" : ", ") + value.text;
    return;
  }
  if (!value.map.empty()) take_person(value, article);
  for (const MetaValue& person : value.list) take_person(person, article);
}

/// The first is the section, the others are tags.
void take_categories(const MetaValue& value, SourceArticle& article) {
  for (std::string& category : items_of(value)) {
    std::string& section = article.section;
    if (section.empty()) {
      section = std::move(category);
    } else {
      article.tags.push_back(std::move(category));
    }
  }
}

void take_tags(const MetaValue& value, SourceArticle& article) {
  for (std::string& tag : items_of(value)) {
    const auto& tags = article.tags;
    if (std::find(tags.begin(), tags.end(), tag) == tags.end()) article.tags.push_back(tag);
  }
}

/// An absolute one is the article's, another is its name within the site.
void take_url(const MetaValue& value, SourceArticle& article) {
  const std::string url = text_of(value);
  if (is_web_url(url)) {
    if (article.url.empty()) article.url = url;
  } else if (article.id.empty() && url.find(':') == std::string::npos) {
    article.id = url;
  }
}

void take_slug(const MetaValue& value, SourceArticle& article) {
  article.extra.emplace_back("slug", text_of(value));
}

void take_image(const MetaValue& value, SourceArticle& article) {
  const MetaValue& image = value.list.empty() ? value : value.list.front();
  const std::string url = image.map.empty()
                              ? text_of(image)
                              : member_text(image, {"url", "src", "image", "file", "path", "href"});
  if (article.image.url.empty() && is_web_url(url)) article.image.url = url;
  if (article.image.url != url && !url.empty()) article.extra.emplace_back("image_path", url);
  if (article.image.caption.empty()) {
    article.image.caption = member_text(image, {"caption", "alt", "title"});
  }
  if (article.image.credit.empty()) {
    article.image.credit = member_text(image, {"credit", "attribution", "copyright", "author"});
  }
}

void take_caption(const MetaValue& value, SourceArticle& article) {
  if (article.image.caption.empty()) article.image.caption = text_of(value);
}

void take_countries(const MetaValue& value, SourceArticle& article) {
  for (std::string& name : items_of(value)) article.countries.push_back(std::move(name));
}

void take_places(const MetaValue& value, SourceArticle& article) {
  if (value.text.empty()) {
    for (std::string& name : texts_of(value)) article.places.push_back(std::move(name));
  } else {
    article.places.push_back(value.text);
  }
}

/// Means nothing outside of the site.
void leave_out(const MetaValue&, SourceArticle&) {}

constexpr std::array fields{
    Field{"author", take_authors},
    Field{"authors", take_authors},
    Field{"byline", take_authors},
    Field{"writer", take_authors},
    Field{"section", take_categories},
    Field{"categories", take_categories},
    Field{"category", take_categories},
    Field{"tags", take_tags},
    Field{"tag", take_tags},
    Field{"topics", take_tags},
    Field{"topic", take_tags},
    Field{"keywords", take_tags},
    Field{"canonicalurl", take_url},
    Field{"canonical", take_url},
    Field{"url", take_url},
    Field{"permalink", take_url},
    Field{"link", take_url},
    Field{"slug", take_slug},
    Field{"image", take_image},
    Field{"images", take_image},
    Field{"cover", take_image},
    Field{"coverimage", take_image},
    Field{"featuredimage", take_image},
    Field{"thumbnail", take_image},
    Field{"imagecaption", take_caption},
    Field{"caption", take_caption},
    Field{"imagealt", take_caption},
    Field{"countries", take_countries},
    Field{"country", take_countries},
    Field{"places", take_places},
    Field{"place", take_places},
    Field{"location", take_places},
    Field{"draft", leave_out},
    Field{"expirydate", leave_out},
    Field{"layout", leave_out},
    Field{"weight", leave_out},
    Field{"publishdate", leave_out},
    Field{"story", leave_out},
    Field{"derived", leave_out},
    Field{"bodyhtml", leave_out},
    Field{"body", leave_out},
};

using Named = std::vector<std::pair<std::string, const MetaValue*>>;

/// Takes the first of the names that is there.
void take_text(const TextField& field, const Named& values, SourceArticle& article,
               std::vector<const MetaValue*>& taken) {
  for (const std::string_view name : field.names) {
    if (name.empty()) break;
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto& value) {
      const std::string text = text_of(*value.second);
      // Jekyll's `published: true` is no date.
      return value.first == name && !text.empty() && text != "true" && text != "false";
    });
    if (found == values.end()) continue;
    article.*field.field = text_of(*found->second);
    taken.push_back(found->second);
    return;
  }
}

/// Fields nested in `params` (Hugo), `extra` (Zola) or `seo` stand beside the others, behind them.
Named values_of(const MetaValue& whole) {
  Named values;
  for (const auto& [name, value] : whole.map) values.emplace_back(field_name(name), &value);
  for (const std::string_view nest : {"params", "extra", "taxonomies"}) {
    const MetaValue* const inner = whole.member(nest);
    if (inner == nullptr) continue;
    for (const auto& [name, value] : inner->map) values.emplace_back(field_name(name), &value);
  }
  return values;
}

}  // namespace

void take_front_matter(const MetaValue& whole, SourceArticle& article) {
  const Named values = values_of(whole);
  std::vector<const MetaValue*> taken;
  for (const TextField& field : text_fields) take_text(field, values, article, taken);
  for (const Field& field : fields) {
    for (const auto& [name, value] : values) {
      if (name != field.name) continue;
      field.take(*value, article);
      taken.push_back(value);
    }
  }
  for (const auto& [name, value] : whole.map) {
    const std::string text = text_of(value);
    if (std::find(taken.begin(), taken.end(), &value) == taken.end() && !text.empty()) {
      article.extra.emplace_back(name, text);
    }
  }
}

bool is_draft(const MetaValue& whole) {
  const auto says = [&](std::string_view name, std::string_view wanted) {
    const MetaValue* const value = whole.member(name);
    return value != nullptr && lower_ascii(value->text) == wanted;
  };
  return says("draft", "true") || says("published", "false") || says("status", "draft");
}

}  // namespace news

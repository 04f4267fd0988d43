#include "indexer/html/meta_tags.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html/values.h"

namespace news::html {
namespace {

using Names = std::span<const std::string_view>;

/// The contents of the `meta` tags by their names in lower case.
class Tags {
 public:
  explicit Tags(const Page& page) {
    for (const Node& node : page.nodes()) {
      if (node.name != "meta") continue;
      std::string content = decoded(attribute(node, "content"));
      if (content.empty()) content = decoded(attribute(node, "value"));
      if (content.empty()) continue;
      for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string name = lower(attribute(node, key));
        if (!name.empty()) contents_[name].push_back(content);
      }
    }
  }

  /// The first content of the first of `names` that there is.
  std::string first(Names names) const {
    const std::vector<std::string> all = every(names);
    return all.empty() ? std::string() : all.front();
  }

  /// All contents of the first of `names` that there is.
  std::vector<std::string> every(Names names) const {
    for (const std::string_view name : names) {
      const auto found = contents_.find(name);
      if (found != contents_.end()) return found->second;
    }
    return {};
  }

  /// The first date that can be read.
  std::string date(Names names) const {
    for (const std::string_view name : names) {
      std::string text = first({&name, 1});
      if (is_date(text)) return text;
    }
    return {};
  }

 private:
  static std::string lower(std::string_view name) {
    std::string result(name);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
  }

  std::map<std::string, std::vector<std::string>, std::less<>> contents_;
};

// Each in order of trust. The prefixes are those of the Open Graph protocol, Twitter cards, Dublin
// Core (DCMI), Parse.ly, Sailthru and cXense; the plain names are habits of content systems.
constexpr std::string_view titles[] = {"og:title",       "twitter:title", "dc.title",
                                       "dcterms.title",  "parsely-title", "headline",
                                       "sailthru.title", "title"};
constexpr std::string_view descriptions[] = {"og:description",   "twitter:description",
                                             "description",      "dc.description",
                                             "dcterms.abstract", "sailthru.description"};
constexpr std::string_view addresses[] = {"og:url", "parsely-link", "twitter:url",
                                          "dc.identifier.uri"};
constexpr std::string_view images[] = {
    "og:image",          "og:image:url",      "og:image:secure_url", "twitter:image",
    "twitter:image:src", "parsely-image-url", "sailthru.image.full", "thumbnail"};
constexpr std::string_view image_captions[] = {"og:image:alt"};
constexpr std::string_view sources[] = {"og:site_name", "dc.publisher", "dcterms.publisher",
                                        "publisher", "application-name"};
constexpr std::string_view sections[] = {"article:section",  "parsely-section",
                                         "section",          "cxenseparse:articlesection",
                                         "sailthru.section", "dc.type.section"};
constexpr std::string_view languages[] = {"og:locale", "dc.language", "dcterms.language",
                                          "content-language", "language"};
constexpr std::string_view published[] = {"article:published_time",
                                          "og:article:published_time",
                                          "article:published",
                                          "datepublished",
                                          "parsely-pub-date",
                                          "cxenseparse:recs:publishtime",
                                          "cxenseparse:publishtime",
                                          "sailthru.date",
                                          "dcterms.issued",
                                          "dcterms.created",
                                          "dcterms.date",
                                          "dc.date.issued",
                                          "dc.date.created",
                                          "dc.date",
                                          "rnews:datepublished",
                                          "originalpublicationdate",
                                          "publication_date",
                                          "publish-date",
                                          "publishdate",
                                          "publish_date",
                                          "published_time",
                                          "pubdate",
                                          "date.created",
                                          "displaydate",
                                          "ptime",
                                          "pdate",
                                          "date"};
constexpr std::string_view updated[] = {"article:modified_time",
                                        "og:article:modified_time",
                                        "article:modified",
                                        "datemodified",
                                        "og:updated_time",
                                        "dcterms.modified",
                                        "dc.date.modified",
                                        "lastmod",
                                        "utime",
                                        "last-modified",
                                        "revision_date"};
constexpr std::string_view authors[] = {"article:author",
                                        "og:article:author",
                                        "article:author_name",
                                        "parsely-author",
                                        "author",
                                        "dc.creator",
                                        "dcterms.creator",
                                        "sailthru.author",
                                        "cxenseparse:author",
                                        "cxenseparse:recs:authors",
                                        "byl",
                                        "byline",
                                        "dc.contributor"};
constexpr std::string_view tags[] = {"article:tag",   "og:article:tag", "parsely-tags",
                                     "news_keywords", "sailthru.tags",  "keywords",
                                     "dc.subject"};

/// The first names of people, not of pages or accounts, among the tags of `authors`.
void take_authors(const Tags& found, SourceArticle& article) {
  for (const std::string_view name : authors) {
    for (const std::string& content : found.every({&name, 1})) {
      add_author({.name = content}, article);
    }
    if (!article.authors.empty()) return;
  }
}

}  // namespace

SourceArticle meta_article(const Page& page) {
  const Tags found(page);
  SourceArticle article;
  article.title = found.first(titles);
  article.standfirst = found.first(descriptions);
  article.url = found.first(addresses);
  article.image = {.url = found.first(images), .caption = found.first(image_captions)};
  article.source = found.first(sources);
  article.section = found.first(sections);
  article.published = found.date(published);
  article.updated = found.date(updated);
  article.language = found.first(languages);
  std::replace(article.language.begin(), article.language.end(), '_', '-');
  take_authors(found, article);
  for (const std::string& list : found.every(tags)) add_tags(list, article);
  return article;
}

}  // namespace news::html

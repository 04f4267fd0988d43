#include "indexer/readers/rss.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/xml_source.h"
#include "indexer/source_article.h"

namespace news {
namespace {

/// An item on its way.
struct Item {
  SourceArticle article;
  std::string base;
  std::string content;      // as it stands, perhaps HTML
  std::string description;  // the same
  std::string guid;
  bool is_permalink = false;
  std::vector<std::string> writers;  // of `author`, which is an address by the standard
  std::string skipped_as;            // in a WordPress export, what is no published post
};

void set(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

std::string line_of(const XmlNode* node) { return clean_line(xml::text(node)); }

void take_link(const XmlNode* node, Item& item) {
  const std::string rel = xml::attribute(node, "rel");
  if (!rel.empty() && rel != "alternate") return;
  const std::string href = xml::attribute(node, "href");
  set(item.article.url, resolve_url(href.empty() ? line_of(node) : href, item.base));
}

void take_guid(const XmlNode* node, Item& item) {
  item.guid = line_of(node);
  item.is_permalink = xml::attribute(node, "isPermaLink") != "false" && is_web_url(item.guid);
}

void take_author(const XmlNode* node, Item& item) {
  const XmlNode* name = xml::first(node, "name");
  if (name != nullptr) return add_people(xml::text(name), item.article.authors);
  item.writers.push_back(xml::text(node));
}

void take_category(const XmlNode* node, Item& item) {
  const std::string term = xml::attribute(node, "term");
  std::string tag = feed_line(term.empty() ? xml::text(node) : term);
  if (!tag.empty()) item.article.tags.push_back(std::move(tag));
}

/// The feed that an aggregator has the item from.
void take_source(const XmlNode* node, Item& item) {
  const XmlNode* title = xml::first(node, "title");
  const std::string name = feed_line(xml::text(title == nullptr ? node : title));
  if (!is_web_url(name)) set(item.article.source, name);
}

void take_status(const XmlNode* node, Item& item) {
  const std::string status = line_of(node);
  if (status == "draft" || status == "private" || status == "trash" || status == "auto-draft") {
    item.skipped_as = "drafts of a WordPress export";
  }
}

void take_post_type(const XmlNode* node, Item& item) {
  const std::string type = line_of(node);
  if (type == "attachment" || type == "nav_menu_item" || type == "revision") {
    item.skipped_as = "attachments and menus of a WordPress export";
  }
}

/// By local name: the prefixes differ from feed to feed.
struct Field {
  std::string_view name;
  void (*take)(const XmlNode*, Item&);
};

constexpr std::array fields{
    Field{"title",
          [](const XmlNode* n, Item& i) { set(i.article.title, feed_line(xml::text(n))); }},
    Field{"link", take_link},
    Field{"guid", take_guid},
    Field{"origLink", [](const XmlNode* n, Item& i) { i.article.url = line_of(n); }},
    Field{"encoded", [](const XmlNode* n, Item& i) { set(i.content, xml::text(n)); }},
    Field{"excerpt:encoded", [](const XmlNode* n, Item& i) { set(i.description, xml::text(n)); }},
    Field{"body", [](const XmlNode* n, Item& i) { set(i.content, xml::markup(n)); }},
    Field{"fulltext", [](const XmlNode* n, Item& i) { set(i.content, xml::text(n)); }},
    Field{"description",
          [](const XmlNode* n, Item& i) {
            // Markup that was not escaped is below it.
            const bool has_elements = xml::first(n) != nullptr;
            set(i.description, has_elements ? xml::markup(n) : xml::text(n));
          }},
    Field{"creator",
          [](const XmlNode* n, Item& i) { add_people(xml::text(n), i.article.authors); }},
    Field{"author", take_author},
    Field{"contributor", take_author},
    Field{"pubDate", [](const XmlNode* n, Item& i) { i.article.published = line_of(n); }},
    Field{"date", [](const XmlNode* n, Item& i) { set(i.article.published, line_of(n)); }},
    Field{"published", [](const XmlNode* n, Item& i) { set(i.article.published, line_of(n)); }},
    Field{"issued", [](const XmlNode* n, Item& i) { set(i.article.published, line_of(n)); }},
    Field{"created", [](const XmlNode* n, Item& i) { set(i.article.first_published, line_of(n)); }},
    Field{"modified", [](const XmlNode* n, Item& i) { set(i.article.updated, line_of(n)); }},
    Field{"updated", [](const XmlNode* n, Item& i) { set(i.article.updated, line_of(n)); }},
    Field{"language", [](const XmlNode* n, Item& i) { set(i.article.language, line_of(n)); }},
    Field{"category", take_category},
    Field{"subject", [](const XmlNode* n, Item& i) { add_keywords(xml::text(n), i.article.tags); }},
    Field{"keywords",
          [](const XmlNode* n, Item& i) { add_keywords(xml::text(n), i.article.tags); }},
    Field{"coverage",
          [](const XmlNode* n, Item& i) { add_keywords(xml::text(n), i.article.countries); }},
    Field{"section",
          [](const XmlNode* n, Item& i) { set(i.article.section, feed_line(xml::text(n))); }},
    Field{"source", take_source},
    Field{"publisher",
          [](const XmlNode* n, Item& i) { set(i.article.source, feed_line(xml::text(n))); }},
    Field{"status", take_status},
    Field{"post_type", take_post_type},
};

/// The name by which an element is looked up: those of other vocabularies that share a name with
/// one of ours are kept apart.
std::string key_of(const XmlNode* node) {
  const std::string_view space = xml::name_space(node);
  std::string name(xml::name(node));
  for (const std::string_view module : {"mrss", "itunes", "excerpt", "georss", "googleplay"}) {
    if (space.find(module) == std::string_view::npos) continue;
    return module == "mrss" && name == "keywords" ? name : std::string(module) + ':' + name;
  }
  return name;
}

/// An id that is unique beyond its feed: a short one without a scheme is not.
void settle_id(Item& item) {
  SourceArticle& article = item.article;
  if (item.is_permalink) set(article.url, item.guid);
  const bool is_unique = item.guid.find(':') != std::string::npos || item.guid.size() >= 16;
  if (item.is_permalink && item.guid == article.url) return;
  if (is_unique || article.url.empty()) article.id = item.guid;
}

class RssReader {
 public:
  explicit RssReader(Intake& intake) : intake_(intake) {}

  bool wants(std::string_view name, int depth) {
    if (depth == 0) is_rdf_ = name == "RDF";
    if (name == "item") return true;
    return depth == (is_rdf_ ? 1 : 2);
  }

  void take(const XmlNode* node, const Place& place) {
    if (xml::is(node, "item")) return take_item(node, place);
    if (!xml::is(node, "channel")) return learn(node);
    for (const XmlNode* part = xml::first(node); part != nullptr; part = xml::next(part)) {
      learn(part);
    }
  }

 private:
  /// Of the feed itself.
  void learn(const XmlNode* node) {
    const std::string key = key_of(node);
    if (key == "title") set(feed_.title, feed_line(xml::text(node)));
    if (key == "language") set(feed_.language, line_of(node));
    if (key == "creator" || key == "managingEditor") add_people(xml::text(node), feed_.authors);
    if (key != "link") return;
    const std::string address = line_of(node);
    if (is_web_url(address)) feed_.base = address;
    if (feed_.base.empty() && xml::attribute(node, "rel") == "self") {
      feed_.base = xml::attribute(node, "href");
    }
  }

  void take_item(const XmlNode* node, const Place& place) {
    Item item;
    item.base = resolve_url(xml::base(node), feed_.base);
    if (item.base.empty()) item.base = feed_.base;
    for (const XmlNode* part = xml::first(node); part != nullptr; part = xml::next(part)) {
      const std::string key = key_of(part);
      const auto field = std::find_if(fields.begin(), fields.end(),
                                      [&](const Field& known) { return known.name == key; });
      if (field != fields.end()) field->take(part, item);
    }
    if (!item.skipped_as.empty()) return intake_.skipped(place, item.skipped_as);
    finish(node, item);
    take_article(std::move(item.article), place, intake_);
  }

  void finish(const XmlNode* node, Item& item) const {
    SourceArticle& article = item.article;
    settle_id(item);
    // Where a feed has dc:creator beside it, `author` is the same person's address.
    if (article.authors.empty()) {
      for (const std::string& writer : item.writers) add_people(writer, article.authors);
    }
    article.image = media_of(node, item.base);
    const bool has_content = !item.content.empty();
    std::string content =
        feed_content(has_content ? item.content : item.description, item.base, article.image);
    set_texts(std::move(content), has_content ? feed_text(item.description) : std::string(),
              article);
    if (article.language.empty()) article.language = xml::language(node);
    fill_in_from(feed_, article);
  }

  Intake& intake_;
  bool is_rdf_ = false;
  Feed feed_;
};

}  // namespace

bool knows_rss(std::string_view beginning, std::string_view) {
  const std::string root = root_element(beginning);
  const bool is_rss_in_rdf = root == "RDF" && beginning.find("rss") != std::string_view::npos;
  const bool is_netscape = root == "RDF" && beginning.find("netscape") != std::string_view::npos;
  return root == "rss" || is_rss_in_rdf || is_netscape;
}

void read_rss(const Source& source, Intake& intake) {
  RssReader reader(intake);
  read_elements(
      source, intake, [&](std::string_view name, int depth) { return reader.wants(name, depth); },
      [&](const XmlNode* node, const Place& place) { reader.take(node, place); }, "item");
}

}  // namespace news

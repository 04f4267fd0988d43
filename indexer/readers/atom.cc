#include "indexer/readers/atom.h"

#include <string>
#include <utility>

#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/xml_source.h"
#include "indexer/source_article.h"

namespace news {
namespace {

std::string line_of(const XmlNode* parent, std::string_view name) {
  return clean_line(xml::text(xml::first(parent, name)));
}

/// A text construct or `content` as it stands, perhaps HTML: type text, html, xhtml, a MIME type,
/// or the `mode` of Atom 0.3.
std::string source_of(const XmlNode* node) {
  const std::string type = xml::attribute(node, "type");
  const std::string mode = xml::attribute(node, "mode");
  if (mode == "base64" || type.starts_with("image") || type.starts_with("video")) return {};
  return xml::first(node) != nullptr ? xml::markup(node) : xml::text(node);
}

std::string text_of(const XmlNode* node) { return feed_text(source_of(node)); }

/// Title and the like, in which plain text may look like markup.
std::string title_of(const XmlNode* parent) {
  const XmlNode* title = xml::first(parent, "title");
  const std::string type = xml::attribute(title, "type");
  if (type == "text" || type == "text/plain") return clean_line(xml::text(title));
  return clean_line(text_of(title));
}

/// The address of the first link of this relation; without one, it is an alternate.
std::string link_of(const XmlNode* parent, std::string_view relation) {
  const XmlNode* best = nullptr;
  for (const XmlNode* link = xml::first(parent, "link"); link != nullptr;
       link = xml::next(link, "link")) {
    const std::string rel = xml::attribute(link, "rel");
    const bool fits = rel.empty() ? relation == "alternate" : rel == relation;
    if (!fits) continue;
    const std::string type = xml::attribute(link, "type");
    if (best == nullptr || type.find("html") != std::string::npos) best = link;
    if (type.empty() || type.find("html") != std::string::npos) break;
  }
  return best == nullptr ? std::string() : clean_line(xml::attribute(best, "href"));
}

void add_person(const XmlNode* person, const std::string& role, const std::string& base,
                std::vector<Author>& authors) {
  std::vector<Author> people;
  const XmlNode* name = xml::first(person, "name");
  add_people(name == nullptr ? xml::text(person) : xml::text(name), people);
  std::string url = line_of(person, "uri");
  if (url.empty()) url = line_of(person, "url");  // of Atom 0.3
  for (Author& author : people) {
    author.role = role;
    if (people.size() == 1) author.url = resolve_url(url, base);
    if (!author.url.empty() && !is_web_url(author.url)) author.url.clear();
    authors.push_back(std::move(author));
  }
}

std::vector<Author> authors_of(const XmlNode* parent, const std::string& base) {
  std::vector<Author> authors;
  for (const XmlNode* node = xml::first(parent); node != nullptr; node = xml::next(node)) {
    if (xml::is(node, "author")) add_person(node, {}, base, authors);
    if (xml::is(node, "contributor")) add_person(node, "contributor", base, authors);
    if (xml::is(node, "creator")) add_people(xml::text(node), authors);
  }
  return authors;
}

std::vector<std::string> tags_of(const XmlNode* entry) {
  std::vector<std::string> tags;
  for (const XmlNode* node = xml::first(entry); node != nullptr; node = xml::next(node)) {
    if (xml::is(node, "subject")) add_keywords(xml::text(node), tags);
    if (!xml::is(node, "category")) continue;
    const std::string label = xml::attribute(node, "label");
    const std::string term = label.empty() ? xml::attribute(node, "term") : label;
    std::string tag = feed_line(term.empty() ? xml::text(node) : term);
    if (!tag.empty()) tags.push_back(std::move(tag));
  }
  return tags;
}

void take_dates(const XmlNode* entry, SourceArticle& article) {
  article.published = line_of(entry, "published");
  if (article.published.empty()) article.published = line_of(entry, "issued");
  if (article.published.empty()) article.published = line_of(entry, "date");
  article.first_published = line_of(entry, "created");
  article.updated = line_of(entry, "updated");
  if (article.updated.empty()) article.updated = line_of(entry, "modified");
  if (article.published.empty()) article.published = article.updated;
}

class AtomReader {
 public:
  explicit AtomReader(Intake& intake) : intake_(intake) {}

  void take(const XmlNode* node, const Place& place) {
    if (xml::is(node, "entry")) return take_entry(node, place);
    const std::string base = xml::base(node);
    if (!base.empty()) feed_.base = resolve_url(base, feed_.base);
    if (xml::is(node, "title")) feed_.title = clean_line(text_of(node));
    if (xml::is(node, "author")) add_person(node, {}, feed_.base, feed_.authors);
    if (feed_.language.empty()) feed_.language = xml::language(node);
    const std::string rel = xml::attribute(node, "rel");
    const bool is_own =
        xml::is(node, "link") && (rel.empty() || rel == "alternate" || rel == "self");
    const std::string address = xml::attribute(node, "href");
    if (is_own && feed_.base.empty() && is_web_url(address)) feed_.base = address;
  }

 private:
  void take_entry(const XmlNode* entry, const Place& place) {
    std::string base = resolve_url(xml::base(entry), feed_.base);
    if (base.empty()) base = feed_.base;
    SourceArticle article;
    article.id = line_of(entry, "id");
    article.url = resolve_url(link_of(entry, "alternate"), base);
    if (article.url.empty() && is_web_url(article.id)) article.url = article.id;
    article.title = title_of(entry);
    article.image = media_of(entry, base);
    const std::string content = source_of(xml::first(entry, "content"));
    set_texts(feed_content(content, base, article.image), text_of(xml::first(entry, "summary")),
              article);
    take_dates(entry, article);
    article.tags = tags_of(entry);
    article.language = xml::language(entry);
    if (article.language.empty()) article.language = line_of(entry, "language");
    article.authors = authors_of(entry, base);
    take_origin(xml::first(entry, "source"), base, article);
    fill_in_from(feed_, article);
    take_article(std::move(article), place, intake_);
  }

  /// The feed that an aggregator has the entry from.
  static void take_origin(const XmlNode* origin, const std::string& base, SourceArticle& article) {
    article.source = title_of(origin);
    if (article.authors.empty()) article.authors = authors_of(origin, base);
  }

  Intake& intake_;
  Feed feed_;
};

}  // namespace

bool knows_atom(std::string_view beginning, std::string_view) {
  const std::string root = root_element(beginning);
  return root == "feed" || (root == "entry" && beginning.find("tom") != std::string_view::npos);
}

void read_atom(const Source& source, Intake& intake) {
  AtomReader reader(intake);
  read_elements(
      source, intake,
      [](std::string_view name, int depth) { return name == "entry" ? depth <= 1 : depth == 1; },
      [&](const XmlNode* node, const Place& place) { reader.take(node, place); }, "entry");
}

}  // namespace news

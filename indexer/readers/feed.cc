#include "indexer/readers/feed.h"

#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>

#include "common/byline.h"
#include "common/html_text.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/readers/news_body.h"
#include "indexer/xml_text.h"

namespace news {
namespace {

bool contains_any(std::string_view text, const auto& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

bool has_tags(std::string_view text) {
  constexpr std::array marks{"</", "/>", "<br", "<p>", "<p ", "<img ", "<li>", "<hr"};
  return contains_any(text, marks);
}

/// Whether markup has been escaped once more than the format asks for.
bool has_escaped_tags(std::string_view text) {
  constexpr std::array marks{"&lt;/", "/&gt;", "&lt;br", "&lt;p&gt;", "&lt;p ", "&lt;img "};
  return !has_tags(text) && contains_any(text, marks);
}

/// The text of what has no tags but perhaps entities, with its blank lines.
std::string plain_text(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return clean_text(text);
  std::string all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    std::string escaped(text.substr(0, end));
    for (std::size_t at = 0; (at = escaped.find('<', at)) != std::string::npos;) {
      escaped.replace(at, 1, "&lt;");
    }
    all += html_text(escaped) + "\n\n";
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return clean_text(all);
}

/// HTML in which blank lines stand for paragraphs, as WordPress stores it, has them as elements.
std::string with_paragraphs(std::string html) {
  constexpr std::array marks{"<p>", "<p ", "<br", "<div", "<li", "<h2"};
  if (contains_any(html, marks)) return html;
  for (std::size_t at = 0; (at = html.find("\n\n", at)) != std::string::npos; at += 3) {
    html.replace(at, 2, "<p>");
  }
  return html;
}

/// Without the last paragraph if that is WordPress's "The post X appeared first on Y."
std::string without_footer(std::string text) {
  const std::size_t last = text.rfind("\n\n");
  const std::size_t begin = last == std::string::npos ? 0 : last + 2;
  const std::string_view paragraph = std::string_view(text).substr(begin);
  const bool is_footer = paragraph.starts_with("The post ") &&
                         paragraph.find(" appeared first on ") != std::string_view::npos;
  if (is_footer) text.erase(last == std::string::npos ? 0 : last);
  return text;
}

bool is_address(std::string_view text) {
  return text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

/// The name in "jane@example.com (Jane Roe)" and in "Jane Roe <jane@example.com>".
std::string name_of(const std::string& field) {
  const std::size_t open = field.find('(');
  const std::size_t close = field.rfind(')');
  const bool has_address = field.find('@') != std::string::npos;
  if (has_address && open != std::string::npos && close != std::string::npos && open < close) {
    return field.substr(open + 1, close - open - 1);
  }
  return has_address ? clean_line(field.substr(0, field.find('<'))) : field;
}

bool is_media(const XmlNode* node, std::string_view name) {
  return xml::is(node, name) && (xml::name_space(node).empty() ||
                                 xml::name_space(node).find("mrss") != std::string_view::npos);
}

bool is_picture(const XmlNode* node) {
  const std::string type = xml::attribute(node, "type");
  const std::string medium = xml::attribute(node, "medium");
  if (!medium.empty() || !type.empty()) return medium == "image" || type.starts_with("image");
  const std::string url = xml::attribute(node, "url");
  constexpr std::array endings{".jpg", ".jpeg", ".png", ".webp", ".gif"};
  return contains_any(url, endings) || is_media(node, "thumbnail");
}

/// Media RSS may say things of one picture or of all in a group.
void describe(const XmlNode* node, Image& image) {
  const auto set = [](std::string& field, const XmlNode* from) {
    if (field.empty()) field = feed_line(xml::text(from));
  };
  for (const XmlNode* child = xml::first(node); child != nullptr; child = xml::next(child)) {
    if (xml::name_space(child).find("mrss") == std::string_view::npos) continue;
    if (xml::is(child, "description")) set(image.caption, child);
    if (xml::is(child, "credit")) set(image.credit, child);
  }
}

/// How good a picture this element names; 0: none.
int rank_of(const XmlNode* node) {
  if (xml::attribute(node, "url").empty() && xml::attribute(node, "href").empty()) return 0;
  if (is_media(node, "content") && is_picture(node)) return 3;
  const bool is_enclosure = xml::is(node, "enclosure") ||
                            (xml::is(node, "link") && xml::attribute(node, "rel") == "enclosure");
  if (is_enclosure && is_picture(node)) return 2;
  return is_media(node, "thumbnail") ? 1 : 0;
}

struct Candidate {
  const XmlNode* node = nullptr;
  int rank = 0;
  int width = 0;

  bool is_better_than(const Candidate& other) const {
    return rank != other.rank ? rank > other.rank : rank > 0 && width > other.width;
  }
};

int width_of(const XmlNode* node) {
  const std::string text = xml::attribute(node, "width");
  int width = 0;
  std::from_chars(text.data(), text.data() + text.size(), width);
  return width;
}

/// The best picture among the children, those of media:group and of media:content included.
Candidate best_picture(const XmlNode* parent) {
  Candidate best;
  std::vector<const XmlNode*> parents{parent};
  while (!parents.empty()) {
    const XmlNode* node = parents.back();
    parents.pop_back();
    for (const XmlNode* child = xml::first(node); child != nullptr; child = xml::next(child)) {
      const Candidate candidate{child, rank_of(child), width_of(child)};
      if (candidate.is_better_than(best)) best = candidate;
      if (is_media(child, "group") || is_media(child, "content")) parents.push_back(child);
    }
  }
  return best;
}

}  // namespace

std::string resolved_url(const std::string& reference, const std::string& base) {
  std::string line = clean_line(repair_utf8(reference));
  if (line.empty() || is_web_url(line) || base.empty()) return line;
  const auto* uri = reinterpret_cast<const xmlChar*>(line.c_str());
  const std::unique_ptr<xmlChar, void (*)(void*)> built(
      xmlBuildURI(uri, reinterpret_cast<const xmlChar*>(base.c_str())),
      [](void* text) { xmlFree(text); });
  return built ? reinterpret_cast<const char*>(built.get()) : line;
}

std::string feed_text(const std::string& field) {
  const std::string once = has_escaped_tags(field) ? html_text(field) : field;
  return without_footer(has_tags(once) ? html_text(with_paragraphs(once)) : plain_text(once));
}

std::string feed_content(const std::string& field, const std::string& base, Image& image) {
  if (field.find("<figure") == std::string::npos) return feed_text(field);
  const HtmlTree tree(field);
  if (image == Image{}) {
    image = html_picture(tree.root());
    image.url = resolved_url(image.url, base);
  }
  return without_footer(block_text(tree.root(), {"figcaption"}));
}

std::string feed_line(const std::string& field) { return clean_line(feed_text(field)); }

void add_people(const std::string& field, std::vector<Author>& authors) {
  const std::string name = name_of(feed_line(field));
  if (name.empty() || is_address(name)) return;
  for (Author& person : read_byline(name)) {
    const bool is_known = std::any_of(authors.begin(), authors.end(), [&](const Author& author) {
      return author.name == person.name;
    });
    if (!is_known) authors.push_back(std::move(person));
  }
}

void add_keywords(const std::string& field, std::vector<std::string>& tags) {
  std::string_view rest = field;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
    std::string tag = feed_line(std::string(rest.substr(0, end)));
    if (!tag.empty()) tags.push_back(std::move(tag));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void set_texts(std::string content, std::string description, SourceArticle& article) {
  if (content.empty()) std::swap(content, description);
  article.body = std::move(content);
  if (description != article.body) article.standfirst = clean_line(description);
}

Image media_of(const XmlNode* entry, const std::string& base) {
  const Candidate best = best_picture(entry);
  Image image;
  if (best.node == nullptr) return image;
  const std::string url = xml::attribute(best.node, "url");
  image.url = resolved_url(url.empty() ? xml::attribute(best.node, "href") : url, base);
  describe(best.node, image);
  describe(xml::first(entry, "group"), image);
  describe(entry, image);
  return image;
}

void fill_in_from(const Feed& feed, SourceArticle& article) {
  if (article.source.empty()) article.source = feed.title;
  if (article.language.empty()) article.language = feed.language;
  if (article.authors.empty()) article.authors = feed.authors;
}

}  // namespace news

#include "indexer/html/visible.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text.h"
#include "common/url.h"
#include "indexer/html/classes.h"
#include "indexer/html/values.h"

namespace news::html {
namespace {

using namespace std::string_view_literals;

std::string link_of(const Page& page, std::string_view relation) {
  for (const Node& node : page.nodes()) {
    if (node.name == "link" && has_word(attribute(node, "rel"), relation)) {
      return clean_line(attribute(node, "href"));
    }
  }
  return {};
}

/// Letters and digits only, in lower case.
std::string squeezed(std::string_view text) {
  std::string result;
  std::size_t at = 0;
  while (at < text.size()) {
    UChar32 character = 0;
    const std::size_t begin = at;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), character);
    if (character < 0 || u_isalnum(character) == 0) continue;
    const bool capital = character < 0x80 && character >= 'A' && character <= 'Z';
    if (capital) {
      result += static_cast<char>(character - 'A' + 'a');
    } else {
      result += text.substr(begin, at - begin);
    }
  }
  return result;
}

std::string host_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string::npos) return {};
  const std::size_t begin = scheme + 3;
  return url.substr(begin, url.find_first_of("/?#:", begin) - begin);
}

/// `example` of `https://www.example.co.uk/`.
std::string site_label(const std::string& url) {
  std::string host = host_of(url);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host.substr(0, host.find('.'));
}

bool names_site(std::string_view part, const std::string& site, const std::string& url) {
  const std::string name = squeezed(part);
  constexpr std::size_t shortest = 2;
  if (name.size() < shortest) return false;
  const std::string known = squeezed(site);
  if (!known.empty() && (name == known || name.starts_with(known))) return true;
  std::string host = squeezed(host_of(url));
  if (host.starts_with("www")) host.erase(0, 3);
  const std::string label = squeezed(site_label(url));
  constexpr std::size_t shortest_label = 5;
  if (label.size() >= shortest_label && name.starts_with(label)) return true;
  constexpr std::size_t shortest_in_host = 3;
  return name.size() >= shortest_in_host && host.find(name) != std::string::npos;
}

/// Where a separator between a headline and a site's name begins, and its size.
constexpr std::array separators{" | "sv, " - "sv, " – "sv, " — "sv, " :: "sv, " » "sv,
                                " · "sv, " « "sv, " : "sv, ": "sv,  " • "sv};

std::string cut_behind(const std::string& title, const std::string& site, const std::string& url) {
  for (const std::string_view separator : separators) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string::npos || at == 0) continue;
    if (names_site(std::string_view(title).substr(at + separator.size()), site, url)) {
      return title.substr(0, at);
    }
  }
  return title;
}

std::string cut_before(const std::string& title, const std::string& site, const std::string& url) {
  for (const std::string_view separator : separators) {
    const std::size_t at = title.find(separator);
    if (at == std::string::npos || at + separator.size() >= title.size()) continue;
    if (names_site(std::string_view(title).substr(0, at), site, url)) {
      return title.substr(at + separator.size());
    }
  }
  return title;
}

bool is_called(const Node& node, std::string_view part) {
  const std::vector<std::string> parts = class_parts(node);
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

/// A date in `<time>`, first of all one that says that it is that of publication.
void take_times(const Page& page, SourceArticle& article) {
  for (const Node& node : page.nodes()) {
    if (node.name != "time") continue;
    std::string date = clean_line(attribute(node, "datetime"));
    if (!is_date(date)) date = text_of(node);
    if (!is_date(date)) continue;
    const bool says_published = has_attribute(node, "pubdate") || is_called(node, "published");
    const bool says_updated =
        !says_published && (is_called(node, "updated") || is_called(node, "modified"));
    std::string& field = says_updated ? article.updated : article.published;
    if (field.empty() || says_published) field = date;
    if (says_published) return;
  }
}

constexpr std::size_t longest_byline = 150;

void take_rel_authors(const Page& page, SourceArticle& article) {
  for (const Node& node : page.nodes()) {
    const bool link = node.name == "a" && (has_word(attribute(node, "rel"), "author"));
    std::string name = link ? text_of(node) : std::string();
    if (!name.empty() && name.size() < longest_byline) {
      add_author({.name = std::move(name)}, article);
    }
  }
}

/// The text of the first short element called `part` that is none of a form.
std::string text_called(const Page& page, std::string_view part) {
  for (const Node& node : page.nodes()) {
    const bool in_form = around(&node, "form") != nullptr || node.name == "label";
    if (node.name.empty() || node.name == "body" || in_form || !is_called(node, part)) continue;
    std::string text = text_of(node);
    if (has_letter_or_digit(text) && text.size() < longest_byline) return text;
  }
  return {};
}

/// A date that stands in an element called so, for want of `<time>`.
std::string date_called(const Page& page) {
  for (const char* part : {"published", "pubdate", "timestamp", "date"}) {
    std::string date = text_called(page, part);
    if (is_date(date)) return date;
  }
  return {};
}

/// A line such as "By Anna Kowalska" soon behind the headline.
std::string line_behind_headline(const Page& page) {
  constexpr std::array words{"By "sv,  "by "sv,     "BY "sv,     "Von "sv,  "Por "sv,
                             "Par "sv, "Автор: "sv, "Текст: "sv, "Text: "sv};
  constexpr std::size_t near = 300;  // nodes
  std::size_t headline = 0;
  for (const Node& node : page.nodes()) {
    if (node.name == "h1" && node.first != nullptr) headline = node.index;
    if (headline == 0 || node.name.empty() || node.index > headline + near) continue;
    std::string text = text_of(node);
    const bool is_byline = std::any_of(
        words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
    constexpr std::size_t longest = 80;
    if (is_byline && text.size() < longest) return text;
  }
  return {};
}

}  // namespace

std::string canonical_link(const Page& page) {
  std::string link = link_of(page, "canonical");
  const std::size_t colon = link.find_first_of(":/?#");
  const bool has_scheme = colon != std::string::npos && link[colon] == ':';
  return !has_scheme || is_web_url(link) ? link : std::string();
}

std::string base_link(const Page& page) {
  for (const Node& node : page.nodes()) {
    if (node.name == "base" && has_attribute(node, "href")) {
      return clean_line(attribute(node, "href"));
    }
  }
  return {};
}

std::string document_title(const Page& page) {
  for (const Node& node : page.nodes()) {
    const bool in_drawing = around(&node, "svg") != nullptr;
    if (node.name == "title" && !in_drawing) return text_of(node);
  }
  return {};
}

std::string without_site_name(const std::string& title, const std::string& site,
                              const std::string& url) {
  const std::string cut = cut_behind(title, site, url);
  return clean_line(cut == title ? cut_before(title, site, url) : cut);
}

std::vector<std::string> main_headings(const Page& page) {
  std::vector<std::string> headings;
  for (const Node& node : page.nodes()) {
    if (node.name != "h1") continue;
    std::string text = text_of(node);
    if (has_letter_or_digit(text)) headings.push_back(std::move(text));
  }
  return headings;
}

SourceArticle visible_article(const Page& page) {
  SourceArticle article;
  take_times(page, article);
  if (article.published.empty()) article.published = date_called(page);
  take_rel_authors(page, article);
  for (const char* part : {"byline", "author"}) {
    if (!article.authors.empty() || !article.byline.empty()) break;
    article.byline = text_called(page, part);
  }
  const bool nameless = article.authors.empty() && article.byline.empty();
  if (nameless) article.byline = line_behind_headline(page);
  for (const Node& node : page.nodes()) {
    if (node.name == "html") article.language = clean_line(attribute(node, "lang"));
    if (node.name == "html" && article.language.empty()) {
      article.language = clean_line(attribute(node, "xml:lang"));
    }
    if (node.name == "body") break;
  }
  return article;
}

}  // namespace news::html

#include "indexer/readers/mediawiki_article.h"

#include <algorithm>
#include <utility>

#include "common/loose_date.h"
#include "common/text.h"
#include "common/url.h"
#include "indexer/text/lines_of.h"
#include "indexer/text/wiki_text.h"
#include "indexer/text/wiki_words.h"

namespace news {
namespace {

/// `https://de.example/wiki/` for `https://de.example/wiki/Hauptseite`.
std::string base_of(const std::string& main_page) {
  const std::size_t slash = main_page.rfind('/');
  return slash == std::string::npos ? std::string() : main_page.substr(0, slash + 1);
}

/// The language that the host begins with: `uk` of `https://uk.wikinews.org/`.
std::string language_of_host(std::string_view url) {
  const std::size_t begin = url.find("//");
  if (begin == std::string_view::npos) return {};
  const std::string_view host = url.substr(begin + 2);
  const std::size_t dot = host.find('.');
  return dot == 2 || dot == 3 ? std::string(host.substr(0, dot)) : std::string();
}

/// As MediaWiki writes a title in an address.
std::string url_title(std::string title) {
  std::replace(title.begin(), title.end(), ' ', '_');
  std::string encoded;
  for (const char c : title) {
    constexpr std::string_view plain = "/:,;@!$*()";
    encoded +=
        plain.find(c) == std::string_view::npos ? percent_encode({&c, 1}) : std::string(1, c);
  }
  return encoded;
}

/// The value of an argument that may have a name: `location=Kyiv`.
std::string_view value_of(std::string_view argument) {
  const std::size_t equals = argument.find('=');
  return trim(equals == std::string_view::npos ? argument : argument.substr(equals + 1));
}

/// Names and values of arguments as one text: `15.05.2024`, `15 | Mai | 2024`.
std::string joined(const std::vector<std::string>& arguments) {
  std::string text;
  for (const std::string& argument : arguments) {
    if (!text.empty()) text += ' ';
    text += value_of(argument);
  }
  return clean_line(text);
}

/// A date template may have more arguments than the date, or say it in parts.
std::string date_of(const std::vector<std::string>& arguments, const std::string& language) {
  if (arguments.empty()) return {};
  std::string first(value_of(arguments.front()));
  std::string all = joined(arguments);
  if (read_date(first, language)) return first;
  return read_date(all, language) ? all : first;
}

void take_template(const WikiTemplate& call, SourceArticle& article) {
  if (is_date_template(call.name) && article.published.empty()) {
    article.published = date_of(call.arguments, article.language);
  }
  if (!is_byline_template(call.name)) return;
  for (const std::string& argument : call.arguments) {
    const bool is_place = starts_with_ignoring_case(argument, "location") ||
                          starts_with_ignoring_case(argument, "date");
    const std::string name = clean_line(value_of(argument));
    if (!is_place && !name.empty()) article.authors.push_back({.name = name});
  }
}

bool is_unpublished(const WikiText& text) {
  return std::any_of(text.templates.begin(), text.templates.end(),
                     [](const WikiTemplate& call) { return is_draft_template(call.name); });
}

}  // namespace

WikiSite wiki_site(const std::string& name, const std::string& main_page,
                   const std::string& language) {
  return {.name = name,
          .base = base_of(main_page),
          .language = language.empty() ? language_of_host(main_page) : language};
}

std::string_view wiki_page_kind(const WikiPage& page) {
  const std::string_view number = trim(page.number_of_namespace);
  if (!number.empty() && number != "0") return "pages of other namespaces";
  const bool is_redirect =
      page.is_redirect || starts_with_ignoring_case(trim(page.text), "#redirect");
  if (is_redirect) return "redirects";
  return {};
}

std::optional<SourceArticle> wiki_article(const WikiPage& page, const WikiSite& site) {
  WikiText text = read_wiki_text(page.text);
  if (is_unpublished(text)) return std::nullopt;
  SourceArticle article{.title = page.title,
                        .body = std::move(text.body),
                        .updated = page.timestamp,
                        .source = site.name,
                        .language = site.language,
                        .tags = std::move(text.categories),
                        .image = {.caption = std::move(text.caption)}};
  const std::string url = site.base + url_title(page.title);
  if (is_web_url(url)) {
    article.url = url;
  } else {
    article.id = page.id.empty() ? page.title : "mediawiki-" + page.id;
  }
  for (const WikiTemplate& call : text.templates) take_template(call, article);
  return article;
}

}  // namespace news

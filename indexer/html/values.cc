#include "indexer/html/values.h"

#include <algorithm>
#include <array>

#include "common/html_text.h"
#include "common/loose_date.h"
#include "common/text.h"
#include "common/url.h"

namespace news::html {
namespace {

/// Whether a browser would see an entity or a tag in it.
bool has_markup(std::string_view value) {
  for (std::size_t at = value.find_first_of("&<"); at != std::string_view::npos;
       at = value.find_first_of("&<", at + 1)) {
    const char next = at + 1 < value.size() ? value[at + 1] : ' ';
    const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    if (letter || next == '#' || next == '/' || next == '!') return true;
  }
  return false;
}

std::string without_markup(std::string_view value) {
  std::string text = repair_utf8(value);
  // Twice, for what was escaped once too often.
  for (int i = 0; i < 2 && has_markup(text); ++i) text = html_text(text);
  return text;
}

/// An address without what differs between the names of one page.
std::string_view page_name(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

void fill_text(const std::string& from, std::string& text) {
  if (text.empty()) text = from;
}

void fill_date(const std::string& from, const std::string& language, std::string& date) {
  const auto readable = [&](const std::string& text) {
    return !text.empty() && read_date(clean_line(text), language).has_value();
  };
  if (!readable(date)) date = readable(from) ? from : std::string();
}

}  // namespace

std::string decoded(std::string_view value) { return clean_line(without_markup(value)); }

std::string paragraphs(std::string_view value) {
  const std::string text = without_markup(value);
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = clean_line(std::string_view(text).substr(begin, end - begin));
    if (!line.empty()) result += (result.empty() ? "" : "\n\n") + line;
    begin = end + 1;
  }
  return result;
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
}

bool is_same_page(std::string_view one, std::string_view other) {
  return page_name(one) == page_name(other);
}

void add_author(Author&& author, SourceArticle& article) {
  constexpr std::size_t longest_name = 200;
  const bool is_name = has_letter_or_digit(author.name) && author.name.size() <= longest_name &&
                       author.name.find("://") == std::string::npos && author.name[0] != '@' &&
                       author.name.find("www.") == std::string::npos;
  const bool is_there = std::any_of(article.authors.begin(), article.authors.end(),
                                    [&](const Author& other) { return other.name == author.name; });
  if (is_name && !is_there) article.authors.push_back(std::move(author));
}

void add_tags(std::string_view list, SourceArticle& article) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(",;"), list.size());
    std::string tag = clean_line(list.substr(0, end));
    const bool is_there =
        std::find(article.tags.begin(), article.tags.end(), tag) != article.tags.end();
    if (!tag.empty() && !is_there) article.tags.push_back(std::move(tag));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

bool is_date(std::string_view text) { return read_date(clean_line(text), {}).has_value(); }

void fill_in(const SourceArticle& from, SourceArticle& article) {
  for (const auto field : {&SourceArticle::url, &SourceArticle::title, &SourceArticle::standfirst,
                           &SourceArticle::body, &SourceArticle::section, &SourceArticle::source,
                           &SourceArticle::language, &SourceArticle::dateline}) {
    fill_text(from.*field, article.*field);
  }
  for (const auto field :
       {&SourceArticle::published, &SourceArticle::first_published, &SourceArticle::updated}) {
    fill_date(from.*field, article.language, article.*field);
  }
  if (article.authors.empty() && article.byline.empty()) {
    article.authors = from.authors;
    article.byline = from.byline;
  }
  if (article.tags.empty()) article.tags = from.tags;
  if (article.places.empty()) article.places = from.places;
  if (article.image.url.empty()) article.image = from.image;
}

std::string absolute_url(std::string_view address, std::string_view base) {
  const std::string url = resolve_url(address, base);
  return is_web_url(url) ? url : std::string();
}

}  // namespace news::html

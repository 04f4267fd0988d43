#include "indexer/html/page_article.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>
#include <vector>

#include "common/analysis/fold.h"
#include "common/error.h"
#include "common/text.h"
#include "indexer/html/json_ld.h"
#include "indexer/html/main_text.h"
#include "indexer/html/meta_tags.h"
#include "indexer/html/microdata.h"
#include "indexer/html/page.h"
#include "indexer/html/page_charset.h"
#include "indexer/html/values.h"
#include "indexer/html/visible.h"

namespace news::html {
namespace {

std::set<std::string> folded_words(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : fold(text) + ' ') {
    const bool in_word = std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
    if (in_word) word += c;
    if (!in_word && !word.empty()) words.insert(std::exchange(word, {}));
  }
  return words;
}

/// How many of the words of `declared` are in `heading`, from 0 to 1.
double likeness(const std::string& heading, const std::string& declared) {
  const std::set<std::string> seen = folded_words(heading);
  const std::set<std::string> wanted = folded_words(declared);
  if (seen.empty() || wanted.empty()) return 0;
  const auto common = std::count_if(wanted.begin(), wanted.end(),
                                    [&](const std::string& word) { return seen.count(word) > 0; });
  return static_cast<double>(common) / static_cast<double>(std::max(seen.size(), wanted.size()));
}

/// All headlines that the page gives, the most trusted first: what stands above the text, if it is
/// another wording of what is declared, for that is often made for search engines or cut short.
std::vector<std::string> headlines(const Page& page, const SourceArticle& declared,
                                   const std::string& url) {
  std::vector<std::string> all{declared.title, document_title(page)};
  const std::vector<std::string> headings = main_headings(page);
  all.insert(all.end(), headings.begin(), headings.end());
  for (std::string& title : all) title = without_site_name(title, declared.source, url);
  all.erase(std::remove(all.begin(), all.end(), ""), all.end());
  if (all.empty() || headings.empty()) return all;
  const auto best = std::max_element(
      headings.begin(), headings.end(), [&](const std::string& one, const std::string& other) {
        return likeness(one, all.front()) < likeness(other, all.front());
      });
  constexpr double alike = 0.4;
  if (likeness(*best, all.front()) >= alike) all.insert(all.begin(), *best);
  return all;
}

/// Addresses as seen from the page.
void make_absolute(const Page& page, const PageOrigin& origin, SourceArticle& article) {
  const std::string here = absolute_url(article.url, origin.url);
  const std::string base = absolute_url(base_link(page), here.empty() ? origin.url : here);
  const std::string from = !base.empty() ? base : !origin.url.empty() ? origin.url : here;
  article.url = absolute_url(article.url, from);
  if (article.url.empty()) article.url = origin.url;
  article.image.url = absolute_url(article.image.url, from);
  for (Author& author : article.authors) author.url = absolute_url(author.url, from);
}

/// The day in an address such as `https://example.com/2024/05/15/ferry`; empty if there is none.
std::string date_of_url(const std::string& url) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  constexpr std::string_view shape = "/0000/00/00";
  for (std::size_t at = url.find('/'); at != std::string::npos && at + shape.size() <= url.size();
       at = url.find('/', at + 1)) {
    const std::string_view part = std::string_view(url).substr(at, shape.size());
    const bool fits = std::equal(shape.begin(), shape.end(), part.begin(),
                                 [&](char s, char c) { return s == '/' ? c == '/' : is_digit(c); });
    if (!fits) continue;
    std::string day(part.substr(1));
    std::replace(day.begin(), day.end(), '/', '-');
    return day;
  }
  return {};
}

/// What the page declares, merged in order of trust.
SourceArticle declared_article(const Page& page, const PageOrigin& origin) {
  SourceArticle article;
  article.url = canonical_link(page);
  const SourceArticle visible = visible_article(page);
  article.language = visible.language;
  fill_in(json_ld_article(page, article.url.empty() ? origin.url : article.url), article);
  fill_in(microdata_article(page), article);
  fill_in(meta_article(page), article);
  fill_in(visible, article);
  fill_in({.published = date_of_url(article.url.empty() ? origin.url : article.url)}, article);
  fill_in({.published = origin.date}, article);
  return article;
}

/// An author who is the publisher is none; one that stands for several, or has words around, is a
/// byline.
void sort_out_byline(SourceArticle& article) {
  if (article.authors.size() != 1) return;
  const std::string& name = article.authors[0].name;
  const std::string lower = fold(name);
  const bool is_byline = lower.starts_with("by ") || lower.find(" by ") != std::string::npos ||
                         lower.find(" and ") != std::string::npos ||
                         name.find_first_of(",;:|/") != std::string::npos;
  if (name != article.source && !is_byline) return;
  if (is_byline) article.byline = name;
  article.authors.clear();
}

}  // namespace

SourceArticle article_of_page(std::string_view bytes, const PageOrigin& origin) {
  const Page page(decode_page(bytes, origin.charset));
  SourceArticle article = declared_article(page, origin);
  make_absolute(page, origin, article);
  sort_out_byline(article);
  const std::vector<std::string> titles = headlines(page, article, article.url);
  if (!titles.empty()) article.title = titles.front();
  std::string text = main_text(page, titles);
  if (text.size() >= article.body.size() / 2) article.body = std::move(text);
  if (article.title.empty() || article.body.empty()) {
    throw BadArticle(
        "no article text found: a section front, an error page or one that a script fills in; "
        "leave it out, or save the page as a browser shows it");
  }
  if (article.url.empty()) article.id = origin.name;
  return article;
}

}  // namespace news::html

#include "indexer/html/page_article.h"

#include <algorithm>
#include <utility>
#include <vector>

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

/// All headlines that the page gives, the most trusted first.
std::vector<std::string> headlines(const Page& page, const SourceArticle& declared,
                                   const std::string& url) {
  std::vector<std::string> all{declared.title, document_title(page)};
  for (std::string& heading : main_headings(page)) all.push_back(std::move(heading));
  for (std::string& title : all) title = without_site_name(title, declared.source, url);
  all.erase(std::remove(all.begin(), all.end(), ""), all.end());
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
  fill_in({.published = origin.date}, article);
  return article;
}

/// One author who stands for a list, or with words around, is a byline.
void sort_out_byline(SourceArticle& article) {
  if (article.authors.size() == 1 && article.authors[0].name == article.source) {
    article.authors.clear();
  }
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

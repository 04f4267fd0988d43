#include "indexer/readers/webz.h"

#include "indexer/readers/json_articles.h"
#include "indexer/readers/loose_values.h"
#include "indexer/readers/service_json.h"

namespace news {
namespace {

/// The names of the people or organizations that were found in the text, on one line.
std::string names_in(const JsonValue& entities) {
  std::string names;
  for (const std::string& name : texts_in(entities)) names += (names.empty() ? "" : "; ") + name;
  return names;
}

void keep_extras(const JsonValue& post, SourceArticle& article) {
  // The country that the site is at home in, which is not what the article is about.
  keep_extra("site_country", post.at("thread/country"), article);
  keep_extra("crawled", post.member("crawled"), article);
  for (const char* name : {"persons", "organizations"}) {
    if (std::string names = names_in(post.member("entities").member(name)); !names.empty()) {
      article.extra.emplace_back(name, std::move(names));
    }
  }
}

SourceArticle article_of(const JsonValue& post) {
  const JsonValue thread = post.member("thread");
  SourceArticle article;
  article.id = post.text("uuid");
  article.url = post.text("url");
  if (article.url.empty()) article.url = thread.text("url");
  article.title = post.text("title");
  if (article.title.empty()) article.title = thread.text("title_full");
  if (article.title.empty()) article.title = thread.text("title");
  article.body = post.text("text");
  article.byline = post.text("author");
  article.published = post.text("published");
  if (article.published.empty()) article.published = thread.text("published");
  article.updated = post.text("updated");
  article.section = thread.text("section_title");
  article.source = thread.text("site");
  if (article.source.empty()) article.source = thread.text("site_full");
  article.language = language_code(post.text("language"));
  article.tags = texts_in(post.member("categories"));
  article.places = texts_in(post.at("entities/locations"));
  article.image.url = thread.text("main_image");
  keep_extras(post, article);
  return article;
}

const Service& service() {
  static const Service webz{.name = "webz.io",
                            .arrays = {{"posts"}},
                            .single = "",
                            .marks = {"thread", "uuid"},
                            .article = article_of};
  return webz;
}

}  // namespace

bool knows_webz(std::string_view beginning, std::string_view) {
  return has_json_names(beginning, {"thread", "site_full"}) ||
         has_json_names(beginning, {"thread", "uuid"}) ||
         has_json_names(beginning, {"posts", "totalResults", "moreResultsAvailable"});
}

void read_webz(const Source& source, Intake& intake) { read_service(source, service(), intake); }

}  // namespace news

#include "indexer/readers/nyt.h"

#include "indexer/readers/json_articles.h"
#include "indexer/readers/nyt_fields.h"
#include "indexer/readers/service_json.h"

namespace news {
namespace {

/// The first of these members that has text.
std::string first_text(const JsonValue& doc, const std::vector<const char*>& paths) {
  for (const char* path : paths) {
    if (std::string text = doc.text(path); !text.empty()) return text;
  }
  return {};
}

void keep_extras(const JsonValue& doc, SourceArticle& article) {
  for (const char* name : {"word_count", "document_type", "type_of_material", "subsection_name",
                           "print_page", "print_section", "uri"}) {
    keep_extra(name, doc.member(name), article);
  }
  keep_extra("kicker", doc.at("headline/kicker"), article);
  if (doc.text("headline/print_headline") != article.title) {
    keep_extra("print_headline", doc.at("headline/print_headline"), article);
  }
  if (doc.text("news_desk") != article.section) {
    keep_extra("news_desk", doc.member("news_desk"), article);
  }
}

SourceArticle article_of(const JsonValue& doc) {
  SourceArticle article;
  article.url = doc.text("web_url");
  if (article.url.empty()) article.id = first_text(doc, {"uri", "_id"});
  article.title = first_text(doc, {"headline/main", "headline", "headline/print_headline"});
  article.standfirst = first_text(doc, {"abstract", "snippet"});
  article.body = first_text(doc, {"lead_paragraph", "snippet"});
  article.authors = nyt_authors(doc.member("byline"));
  if (article.authors.empty()) {
    article.byline = first_text(doc, {"byline/original", "byline", "byline/organization"});
  }
  article.published = doc.text("pub_date");
  article.section = first_text(doc, {"section_name", "news_desk"});
  article.source = doc.text("source");
  if (article.source.empty()) article.source = "The New York Times";
  article.language = "en";
  take_nyt_keywords(doc.member("keywords"), article);
  article.image = nyt_image(doc.member("multimedia"));
  keep_extras(doc, article);
  return article;
}

const Service& service() {
  static const Service nyt{.name = "The New York Times",
                           .arrays = {{"response", "docs"}, {"docs"}},
                           .single = "",
                           .marks = {"web_url", "headline", "pub_date"},
                           .article = article_of};
  return nyt;
}

}  // namespace

bool knows_nyt(std::string_view beginning, std::string_view) {
  return has_json_names(beginning, {"web_url", "headline", "lead_paragraph"}) ||
         has_json_names(beginning, {"web_url", "headline", "pub_date"}) ||
         has_json_names(beginning, {"web_url", "snippet", "headline"}) ||
         has_json_names(beginning, {"fault", "faultstring"}) ||
         (has_json_names(beginning, {"copyright", "response", "docs"}) &&
          beginning.find("New York Times") != std::string_view::npos);
}

void read_nyt(const Source& source, Intake& intake) { read_service(source, service(), intake); }

}  // namespace news

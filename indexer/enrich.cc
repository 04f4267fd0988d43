#include "indexer/enrich.h"

#include "indexer/countries_of_text.h"
#include "indexer/language_of_text.h"
#include "indexer/section_of_url.h"

namespace news {

void enrich(Article& article) {
  if (article.language.empty()) {
    article.language = language_of_text(article.title + "\n\n" + article.body);
    if (!article.language.empty()) article.derived.emplace_back("language");
  }
  if (article.section.empty()) {
    article.section = section_of_url(article.url);
    if (!article.section.empty()) article.derived.emplace_back("section");
  }
  if (article.countries.empty()) {
    article.countries = countries_of_text(article);
    if (!article.countries.empty()) article.derived.emplace_back("countries");
  }
}

}  // namespace news

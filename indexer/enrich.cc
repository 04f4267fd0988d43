#include "indexer/enrich.h"

#include <array>
#include <string_view>

#include "indexer/countries_of_text.h"
#include "indexer/language_of_text.h"
#include "indexer/section_of_url.h"

namespace news {
namespace {

/// A field that can be found out: fills it where the source does not say it, and says whether it
/// did.
struct Found {
  std::string_view field;
  bool (*find)(Article&);
};

template <typename Value>
bool fill(Value& value, Value (*find)(const Article&), const Article& article) {
  if (!value.empty()) return false;
  value = find(article);
  return !value.empty();
}

std::string language_of(const Article& article) {
  return language_of_text(article.title + "\n\n" + article.standfirst + "\n\n" + article.body);
}

std::string section_of(const Article& article) { return section_of_url(article.url); }

// In this order: countries are looked for in the article's language.
constexpr std::array found_out{
    Found{"language",
          [](Article& article) { return fill(article.language, language_of, article); }},
    Found{"section", [](Article& article) { return fill(article.section, section_of, article); }},
    Found{"countries",
          [](Article& article) { return fill(article.countries, countries_of_text, article); }}};

}  // namespace

void enrich(Article& article) {
  for (const Found& found : found_out) {
    if (found.find(article)) article.derived.emplace_back(found.field);
  }
}

}  // namespace news

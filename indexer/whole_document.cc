#include "indexer/whole_document.h"

#include "common/article_json.h"
#include "common/schema.h"

namespace news {

std::vector<std::string> sources_of(const Xapian::Document& document) {
  std::vector<std::string> sources;
  auto term = document.termlist_begin();
  term.skip_to(std::string(schema::source_term_prefix));
  for (; term != document.termlist_end(); ++term) {
    if (!(*term).starts_with(schema::source_term_prefix)) break;
    sources.push_back((*term).substr(schema::source_term_prefix.size()));
  }
  return sources;
}

Xapian::Document whole_document(const ArticleDatabase& database, Xapian::docid number,
                                DocumentBuilder& builder) {
  Xapian::Document stored = database.document(number);
  if (number > database.last_of_base()) return stored;
  std::vector<std::string> warnings;
  Xapian::Document whole = builder.build(parse_article(database.article(number), warnings));
  for (const std::string& source : sources_of(stored)) {
    whole.add_boolean_term(schema::source_term(source));
  }
  return whole;
}

}  // namespace news

#include "indexer/indexed_stories.h"

#include "common/article_json.h"
#include "common/schema.h"

namespace news {

std::optional<Xapian::docid> IndexedStories::find(const std::string& id) const {
  return database_.first_with_term(schema::id_term(id));
}

Article IndexedStories::read(Xapian::docid number) const {
  std::vector<std::string> warnings;
  return parse_article(database_.article(number), warnings);
}

std::string IndexedStories::story(Xapian::docid number) const {
  return database_.document(number).get_value(schema::story_slot);
}

std::size_t IndexedStories::copies(const std::string& story) const {
  return database_.count_with_term(schema::story_term(story));
}

StoryArchive::Sharing IndexedStories::sharing(std::size_t band, std::uint32_t hash,
                                              std::size_t most) const {
  const std::string term = schema::band_term(band, hash);
  return {.numbers = database_.with_term(term, most), .count = database_.frequency(term)};
}

}  // namespace news

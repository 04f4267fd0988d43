#include "indexer/indexed_stories.h"

#include "common/article_json.h"
#include "common/schema.h"

namespace news {

std::optional<Xapian::docid> IndexedStories::find(const std::string& id) const {
  const std::string term = schema::id_term(id);
  const auto posting = database_.postlist_begin(term);
  if (posting == database_.postlist_end(term)) return std::nullopt;
  return *posting;
}

Article IndexedStories::read(Xapian::docid number) const {
  std::vector<std::string> warnings;
  return parse_article(database_.get_document(number).get_data(), warnings);
}

std::string IndexedStories::story(Xapian::docid number) const {
  return database_.get_document(number).get_value(schema::story_slot);
}

std::size_t IndexedStories::copies(const std::string& story) const {
  return database_.get_termfreq(schema::story_term(story));
}

StoryArchive::Sharing IndexedStories::sharing(std::size_t band, std::uint32_t hash,
                                              std::size_t most) const {
  const std::string term = schema::band_term(band, hash);
  Sharing sharing{.numbers = {}, .count = database_.get_termfreq(term)};
  if (sharing.count == 0) return sharing;
  const auto end = database_.postlist_end(term);
  for (auto i = database_.postlist_begin(term); i != end && sharing.numbers.size() < most; ++i) {
    sharing.numbers.push_back(*i);
  }
  return sharing;
}

}  // namespace news

#pragma once

#include "common/article_database.h"
#include "indexer/story_archive.h"

namespace news {

/// The articles of a database, for Stories. Throws what Xapian throws.
class IndexedStories : public StoryArchive {
 public:
  /// `database` must outlive it.
  explicit IndexedStories(const ArticleDatabase& database) : database_(database) {}

  std::optional<Xapian::docid> find(const std::string& id) const override;
  Article read(Xapian::docid number) const override;
  Shingles shingles(Xapian::docid number) const override { return shingles_of(read(number)); }
  std::string story(Xapian::docid number) const override;
  std::size_t copies(const std::string& story) const override;
  Sharing sharing(std::size_t band, std::uint32_t hash, std::size_t most) const override;

 private:
  const ArticleDatabase& database_;
};

}  // namespace news

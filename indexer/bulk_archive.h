#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/band_table.h"
#include "indexer/story_archive.h"

namespace news {

/// Articles that are made into one part of a database, in their order.
struct Batch {
  Xapian::docid first = 0;  ///< The number of the first; the others follow.
  std::vector<Article> articles;
  std::vector<std::string> sources;       ///< The digest of each one's file; empty for none.
  std::vector<Fingerprint> fingerprints;  ///< Of each.
};

/// The articles that a BulkLoad has taken, for Stories: their stories and bands in memory, the
/// articles themselves in memory until their part of the database is written, then there. For one
/// thread at a time; throws what Xapian throws.
class BulkArchive : public StoryArchive {
 public:
  /// `batch` begins where the last one ended; its articles may be read from now on.
  void begin(std::shared_ptr<const Batch> batch);
  /// Keeps the story and the bands of an article, whose `number` is larger than those before.
  void note(Xapian::docid number, const Article& article, const Fingerprint& fingerprint);
  /// The articles of that batch are now in the database at `path`, numbered from 1.
  void written(const Batch& batch, std::filesystem::path path);

  std::optional<Xapian::docid> find(const std::string& id) const override;
  Article read(Xapian::docid number) const override;
  Shingles shingles(Xapian::docid number) const override;
  std::string story(Xapian::docid number) const override;
  std::size_t copies(const std::string& story) const override;
  Sharing sharing(std::size_t band, std::uint32_t hash, std::size_t most) const override;

 private:
  struct Part {
    Xapian::docid first;
    std::shared_ptr<const Batch> batch;  // until it is written
    std::filesystem::path path;
  };
  const Part& part_of(Xapian::docid number) const;

  std::vector<Part> parts_;
  BandTable bands_;
  std::unordered_map<std::uint64_t, Xapian::docid> numbers_;  // by the hash of the id
  std::unordered_map<Xapian::docid, std::string> stories_;    // of those that have one
  std::unordered_map<std::string, std::size_t> copies_;       // by story
};

}  // namespace news

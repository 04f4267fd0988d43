#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "common/article.h"
#include "common/index_folder.h"
#include "indexer/document_builder.h"

namespace news {

/// Writes one generation of an index: upserts and removals, made durable and visible by commit().
/// The caller holds the WriterLock. Not for several threads at once.
/// Whatever Xapian throws comes out as Error (a full disk: what to do, and that the last commit
/// stands).
class IndexWriter {
 public:
  /// Opens `generation` for writing. A generation without a database gets an empty one, whose days
  /// are those of `zone`; one that exists keeps its own zone. Throws Error for another schema version.
  IndexWriter(const IndexFolder& index, const std::string& generation, const TimeZone& zone);

  enum class Change { Added, Replaced };
  /// Adds the article, or replaces the one with its id.
  Change put(const Article& article);
  /// Removes the article with that id, else those with that url; false if there is none.
  bool remove(const std::string& id_or_url);

  /// Articles put or removed since the last commit.
  std::uint64_t pending() const { return pending_; }
  /// Makes everything so far durable and visible. Does nothing where nothing is pending.
  void commit();

  std::uint64_t articles() const;
  /// Counts commits; only ever grows, over all generations of the index.
  std::uint64_t revision() const { return revision_; }

 private:
  Xapian::WritableDatabase database_;
  DocumentBuilder builder_;
  std::uint64_t pending_ = 0;
  std::uint64_t revision_ = 0;
};

}  // namespace news

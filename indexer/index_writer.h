#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "common/article.h"
#include "common/index_folder.h"
#include "indexer/document_builder.h"
#include "indexer/stories.h"

namespace news {

/// Writes one generation of an index: upserts and removals, made durable and visible by commit().
/// The caller holds the WriterLock. Not for several threads at once.
/// Whatever Xapian throws comes out as Error (a full disk: what to do, and that the last commit
/// stands).
class IndexWriter {
 public:
  /// Opens `generation` for writing. A generation without a database gets an empty one, whose days
  /// are those of `zone`; one that exists keeps its own zone. Throws Error for another schema
  /// version.
  IndexWriter(const IndexFolder& index, const std::string& generation, const TimeZone& zone);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  enum class Change { Added, Replaced };
  /// Adds the article, or replaces the one with its id. One that names no story gets it where it is
  /// a copy of another, and so may others: see Stories.
  Change put(Article article);
  /// Removes the article with that id, else those with that url; false if there is none.
  bool remove(const std::string& id_or_url);

  /// Makes everything so far durable and visible, or nothing of it. Does nothing where nothing has
  /// changed. Until then readers see the last commit; so they do for ever if the writer goes away.
  void commit();

  std::uint64_t articles() const;
  /// Whose days the index has.
  const TimeZone& zone() const { return builder_.zone(); }
  /// Counts commits; only ever grows, over all generations of the index.
  std::uint64_t revision() const { return revision_; }

 private:
  void begin();

  IndexFolder index_;
  Xapian::WritableDatabase database_;
  DocumentBuilder builder_;
  Stories stories_;
  std::uint64_t revision_;
  bool pending_ = false;  // whether there is something to commit
  bool in_transaction_ = false;
};

}  // namespace news

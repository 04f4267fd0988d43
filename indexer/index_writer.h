#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "common/index_folder.h"
#include "indexer/bulk_load.h"
#include "indexer/document_builder.h"
#include "indexer/indexed_stories.h"
#include "indexer/known_names.h"
#include "indexer/stories.h"
#include "indexer/writable_articles.h"

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

  /// Until the next commit, or until something else is asked for than to add articles that are new,
  /// articles are taken in by several threads, and nothing of them is on disk for good: for a
  /// generation without articles that is filled as a whole. What comes of it is the same.
  void load_in_bulk();
  /// Whether that goes on: then put() also fills in what the source does not say (enrich).
  bool is_loading() const { return load_ != nullptr; }

  /// Spells the article's authors as the articles do that are there already.
  void spell_authors_alike(Article& article);

  enum class Change { Added, Replaced, Unchanged };
  /// What put() has done.
  struct Put {
    Change change = Change::Added;
    Xapian::docid number = 0;
    std::vector<std::string> others;  ///< Digests of the other sources that gave the article.
  };
  /// Adds the article, or replaces the one with its id; one that is there in these very words is
  /// left as it is. One that names no story gets it where it is a copy of another, and so may
  /// others: see Stories. `source` is the digest of the file it comes from (schema::source_digest);
  /// empty: of none. An article stays one of every source that gave it.
  Put put(Article article, const std::string& source = {});
  /// Removes the article with that id, else those with that url; false if there is none.
  bool remove(const std::string& id_or_url);

  /// The number of the article with that id; nothing if there is none.
  std::optional<Xapian::docid> find(const std::string& id);
  /// The number that an article has now, which had this one since this writer began: numbers may
  /// change where an article does.
  Xapian::docid now(Xapian::docid number) const { return database_.now(number); }
  /// The numbers of all articles that a source gave, ascending.
  std::vector<Xapian::docid> articles_of(const std::string& source);
  /// Takes a source off an article, which goes with its last one. Gives the sources it still has.
  std::vector<std::string> release(Xapian::docid number, const std::string& source);

  /// What is remembered of a source, by its digest; empty where nothing is.
  std::string source_state(const std::string& source) const;
  /// Part of the same commit as the articles. An empty `state` forgets the source.
  void set_source_state(const std::string& source, const std::string& state);
  /// The digests of all sources of which something is remembered.
  std::vector<std::string> sources();

  /// Whether so much text is not committed yet that memory calls for it.
  bool is_full() const;
  /// Makes everything so far durable and visible, or nothing of it. Does nothing where nothing has
  /// changed. Until then readers see the last commit; so they do for ever if the writer goes away.
  void commit();

  std::uint64_t articles() const;
  /// Whose days the index has.
  const TimeZone& zone() const { return builder_.zone(); }
  /// Counts commits; only ever grows, over all generations of the index.
  std::uint64_t revision() const { return revision_; }

 private:
  void change(std::size_t text_bytes);
  Put load(Article article, const std::string& source);
  void end_load();
  Put put_again(Xapian::docid number, Article article, const std::string& source);
  void write(Xapian::docid number, Article article, const std::optional<Article>& before,
             const std::vector<std::string>& sources);
  void erase(Xapian::docid number);

  IndexFolder index_;
  std::string generation_;
  WritableArticles database_;
  KnownNames names_;
  DocumentBuilder builder_;
  IndexedStories story_archive_;
  Stories stories_;
  std::unique_ptr<BulkLoad> load_;                               // while loading in bulk
  std::unordered_map<std::string, std::string> loaded_sources_;  // their states, meanwhile
  std::uint64_t revision_;
  bool pending_ = false;       // whether there is something to commit
  std::size_t unflushed_ = 0;  // bytes of text since the last commit
};

}  // namespace news

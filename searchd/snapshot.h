#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/article_database.h"
#include "common/date.h"
#include "common/index_folder.h"
#include "searchd/columns.h"
#include "searchd/counter.h"
#include "searchd/name_forms.h"
#include "searchd/part_postings.h"
#include "searchd/pool.h"

namespace news {

/// What a request sees: one revision of the live generation, with its columns. Any number of
/// threads may hold one; each leases a database handle of its own for the time it searches.
/// A handle throws Xapian::DatabaseModifiedError once the writer is two commits ahead.
class Snapshot {
 public:
  /// Opens `handles` handles on the newest revision and loads its columns; where `earlier` is of
  /// the same generation, only what changed since that was built. Throws Error.
  Snapshot(const IndexFolder& index, std::size_t handles, Instant now,
           const Snapshot* earlier = nullptr);

  /// Whether the index has gone on to another generation or revision, or an embargo has ended.
  /// Throws Error if the index cannot be read.
  bool outdated(const IndexFolder& index, Instant now) const;

  Pool<ArticleDatabase>::Lease database() const { return handles_.lease(); }
  /// One that nobody uses just now; nothing if there is none.
  std::optional<Pool<ArticleDatabase>::Lease> free_database() const { return handles_.try_lease(); }
  const Columns& columns() const { return columns_; }
  /// The counts over all visible articles.
  const Counts& totals() const { return totals_; }
  /// The postings of a part of the database, by its place in ArticleDatabase::parts().
  PartPostings& postings(std::size_t part) const { return *postings_[part]; }
  /// The names of the base.
  BaseNameForms& base_names() const { return *base_names_; }
  /// Those of the base, shared by the handles; nothing if there is no base.
  const std::optional<BaseFiles>& files() const { return files_; }
  const TimeZone& zone() const { return zone_; }
  /// The name of the generation it is of.
  const std::string& generation() const { return generation_; }
  /// Counts commits over all generations.
  std::uint64_t revision() const { return revision_; }

 private:
  void open(const IndexFolder& index, std::size_t handles, Instant now, const Snapshot* earlier);

  std::string generation_;
  mutable Pool<ArticleDatabase> handles_;
  Columns columns_;
  Counts totals_;
  std::optional<BaseFiles> files_;
  std::vector<std::shared_ptr<PartPostings>> postings_;  // by part; that of the base goes on
  std::shared_ptr<BaseNameForms> base_names_;            // goes on as well
  TimeZone zone_;
  std::uint64_t revision_ = 0;
};

}  // namespace news

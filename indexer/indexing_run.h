#pragma once

#include <cstdint>
#include <string>

#include "indexer/index_writer.h"
#include "indexer/intake.h"
#include "indexer/open_source.h"
#include "indexer/options.h"
#include "indexer/progress.h"
#include "indexer/readers/reader.h"
#include "indexer/rejects.h"

namespace news {

/// Reads sources into an index writer: commits now and then and at the end, reports what was
/// rejected, shows progress.
class IndexingRun : public Intake {
 public:
  IndexingRun(IndexWriter& writer, const Options& options);

  /// Reads every source named in the options. Throws Error when stopped by a signal: what was
  /// taken in is committed.
  void run();
  /// Prints the summary. `articles` are those in the index now.
  void summarize() const;

  const Tally& tally() const { return tally_; }

  void article(Article&& article, const Place& place) override;
  void rejected(const Place& place, const std::string& reason, std::string_view text) override;
  void warning(const Place& place, const std::string& what) override;
  void removed(const std::string& id_or_url, const Place& place) override;
  void skipped(const Place& place, std::string_view what) override;

 private:
  void commit();

  IndexWriter& writer_;
  const Options& options_;
  ReadOptions read_options_;
  Rejects rejects_;
  SourceProgress source_;
  Progress progress_;
  Tally tally_;
  std::uint64_t since_commit_ = 0;
};

}  // namespace news

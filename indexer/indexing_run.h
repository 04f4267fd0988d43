#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/index_writer.h"
#include "indexer/intake.h"
#include "indexer/open_source.h"
#include "indexer/options.h"
#include "indexer/progress.h"
#include "indexer/readers/reader.h"
#include "indexer/rejects.h"
#include "indexer/source_ledger.h"
#include "indexer/tally.h"

namespace news {

/// Reads sources into an index writer: commits now and then and at the end, reports what was
/// rejected, shows progress.
class IndexingRun : public Intake {
 public:
  IndexingRun(IndexWriter& writer, const Options& options, SourceLedger::Mode mode);

  /// Reads every source named in the options. Throws Error when stopped by a signal: what was
  /// taken in is committed.
  void run();
  /// Prints the summary. `articles` are those in the index now.
  void summarize() const;

  const Tally& tally() const { return tally_; }

  void reading(std::string_view format) override { format_ = format; }
  void article(Article&& article, const Place& place) override;
  void rejected(const Place& place, const std::string& reason, std::string_view text) override;
  void warning(const Place& place, const std::string& what) override;
  void removed(const std::string& id_or_url, const Place& place) override;
  void skipped(const Place& place, std::string_view what) override;

 private:
  void read(const std::vector<std::string>& paths);
  void count(IndexWriter::Change change);
  void commit();
  void stop_if_asked();

  IndexWriter& writer_;
  const Options& options_;
  ReadOptions read_options_;
  Rejects rejects_;
  SourceProgress source_;
  Progress progress_;
  double longest_commit_seconds_ = 0;
  Tally tally_;
  SourceLedger ledger_;
  std::string format_;             // of the source being read
  bool is_in_known_part_ = false;  // of a source that goes on where an earlier run was cut
  std::uint64_t since_commit_ = 0;
};

}  // namespace news

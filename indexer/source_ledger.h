#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/article.h"
#include "indexer/index_writer.h"
#include "indexer/intake.h"
#include "indexer/open_source.h"
#include "indexer/source_state.h"
#include "indexer/tally.h"

namespace news {

/// Knows which files the index was read from, and so which of them need not be read again, where
/// one goes on that was cut, and which articles no file has any more. What it remembers is
/// committed with the articles, so the two never disagree. A pipe has no part in this.
class SourceLedger : public SourceWatch {
 public:
  enum class Mode {
    Add,   ///< Every file is read from its beginning and nothing is forgotten.
    Sync,  ///< What has not changed is not read; what no file has any more is forgotten.
  };

  /// `read_as` names the options that files are read with, as one word: with others they are read
  /// again. What is done to files is counted in `tally`.
  SourceLedger(IndexWriter& writer, Tally& tally, Mode mode, std::string read_as);

  bool wants(const std::string& path, const FileStatus& status) override;
  void begin(const std::string& path, const FileStatus& status) override;
  void damaged() override { is_whole_ = false; }
  void end(std::uint64_t hash) override;
  void broke_off() override;
  void unreadable(const std::string& path) override;

  /// Counts an article, rejection or removal that the file being read tells; true if a run that was
  /// cut has taken it in already.
  bool is_known();
  /// An article of which is_known() was true: its file still has it.
  void keep(const std::string& id);
  /// Puts an article of the file being read into the index.
  IndexWriter::Change put(Article article);
  /// Commits, with how far the file being read is taken in.
  void commit();

  /// Says what a run is about. Gives those of `paths` that are to be walked: all but files that
  /// were read once and are gone for good, which forget_gone() sees to.
  std::vector<std::string> begin_run(const std::vector<std::string>& paths);
  /// After the walk: forgets the articles of files below the run's paths that it has not met.
  /// Those whose folder cannot be read keep theirs, and so do those whose file system is not
  /// there, which is told to `intake`.
  void forget_gone(Intake& intake);
  /// Files to read once more, because another file has left them an article.
  std::vector<std::string> take_again();

 private:
  std::optional<SourceState> state_of(const std::string& digest) const;
  void save(const std::string& digest, const SourceState& state);
  bool has_same_bytes(const std::string& path, const FileStatus& status, SourceState& state);
  bool is_gone_for_good(const std::string& path) const;
  std::uint64_t file_system_of_parent(const std::string& path);
  void tell(Xapian::docid number);
  std::vector<Xapian::docid> untold() const;
  void forget(Xapian::docid number, const std::string& digest);
  void read_again(const std::string& digest, SourceState state);

  IndexWriter& writer_;
  Tally& tally_;
  Mode mode_;
  std::string read_as_;

  // Of the file being read.
  std::string digest_;  // empty between files
  SourceState current_;
  std::uint64_t known_ = 0;            // how much of it a run that was cut has taken in
  std::uint64_t articles_ = 0;         // that it has told
  bool is_whole_ = true;               // whether all of it could be read
  std::vector<Xapian::docid> before_;  // the articles that it had before
  std::vector<bool> told_;             // by number; only where there are some before

  // Of the run.
  std::vector<std::string> roots_;
  std::vector<std::string> unreadable_;
  std::unordered_set<std::size_t> met_;       // hashes of digests
  std::map<std::string, std::string> again_;  // digests and paths
  std::set<std::string> read_twice_;          // digests: no file is read more often
  std::string folder_;                        // the one last looked at ...
  std::uint64_t file_system_ = 0;             // ... and its file system
};

}  // namespace news

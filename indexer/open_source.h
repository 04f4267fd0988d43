#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/byte_stream.h"
#include "indexer/file_status.h"
#include "indexer/intake.h"

namespace news {

/// Bounds that keep a hostile source from filling memory or time.
struct SourceLimits {
  /// A compressed source may grow to this many times its size ...
  std::uint64_t max_ratio = 200;
  /// ... before which ratio is not looked at.
  std::uint64_t ratio_from = 64u << 20;
  /// Entries of one archive.
  std::uint64_t max_entries = 10'000'000;
};

/// How far the sources are read. Written by one thread, read by any.
struct SourceProgress {
  std::atomic<std::uint64_t> bytes_total = 0;  ///< Of the files as they lie on disk; 0: not known.
  std::atomic<std::uint64_t> bytes_read = 0;   ///< Of these.
};

/// Is asked and told about each file on the way. Of pipes and standard input nothing is told.
class SourceWatch {
 public:
  virtual ~SourceWatch() = default;
  /// Whether a file that is now as `status` says is to be read.
  virtual bool wants(const std::string& path, const FileStatus& status) = 0;
  /// The file is open, and what comes until end() or broke_off() is of it.
  virtual void begin(const std::string& path, const FileStatus& status) = 0;
  /// An entry of it cannot be read, or not to its end; the next one is taken.
  virtual void damaged() = 0;
  /// It has been read to its end; `hash` is that of its bytes.
  virtual void end(std::uint64_t hash) = 0;
  /// It cannot be read on, or has changed meanwhile.
  virtual void broke_off() = 0;
  /// A file or folder that cannot be read at all.
  virtual void unreadable(const std::string& path) = 0;
};

/// Called for each file, or entry of an archive. `name` is as reported: FILE or ARCHIVE:ENTRY.
using EntryVisitor = std::function<void(const std::string& name, ByteStream& bytes)>;

/// Walks each of `paths`: a file, a folder (its files in the order of their names, hidden ones
/// left out), a file compressed with gzip, zstd, xz or bzip2 or an archive of tar or zip (known by
/// content), or "-" for standard input. A compressed file or archive may hold compressed files, but
/// no archives. A source that cannot be read, or that changes while it is read, is told to `intake`
/// as rejected and the next one is taken. Nothing is written to disk: an archive may call its
/// entries what it likes; links, devices and hidden files in it are skipped. Throws Error before
/// anything is read if a path does not exist.
void open_sources(const std::vector<std::string>& paths, const SourceLimits& limits,
                  SourceProgress& progress, Intake& intake, SourceWatch& watch,
                  const EntryVisitor& visit);

}  // namespace news

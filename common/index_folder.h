#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/article_database.h"

namespace news {

/// The index on disk: a folder of generations, each complete, of which the one named in the small
/// file `live` is served.
///
///   DIR/live                one line, the live generation's name; replaced by renaming
///   DIR/lock                held by whoever writes
///   DIR/generation-N/base   a Xapian database, never written to; not in every generation
///   DIR/generation-N/recent another, with what changed since and what is known of the whole
///
/// Holds no open file; may be used by several threads.
class IndexFolder {
 public:
  explicit IndexFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  const std::filesystem::path& path() const { return folder_; }

  /// Whether there is a live generation.
  bool exists() const;
  /// The live generation's name. Throws Error if there is none, saying what to run.
  std::string live() const;
  /// The paths of a generation's databases.
  std::filesystem::path base(const std::string& generation) const;
  std::filesystem::path recent(const std::string& generation) const;
  /// Whether a generation has a base.
  bool has_base(const std::string& generation) const;
  /// Opens a generation for reading. Throws Error if it is missing, damaged or of another version.
  /// `files` are those of its base, if another handle on it has them open already.
  ArticleDatabase open(const std::string& generation,
                       std::optional<BaseFiles> files = std::nullopt) const;
  /// The revision of a generation of any schema version, without opening more of it than says it.
  /// Throws Error if it is missing or damaged.
  std::uint64_t revision(const std::string& generation) const;

  /// A new, empty generation folder beside the others; makes the index folder if need be.
  std::string create_generation() const;
  /// Makes a generation the live one, atomically and durably.
  void switch_to(const std::string& generation) const;
  /// Removes a generation that is not live. For the writer alone.
  void remove(const std::string& generation) const;
  /// Removes every generation but the live one. For the writer alone.
  void remove_others() const;
  /// Bytes on disk of a generation.
  std::uintmax_t size(const std::string& generation) const;

 private:
  std::filesystem::path main_part(const std::string& generation) const;

  std::filesystem::path folder_;
};

/// Held by the one process that writes the index; let go when it ends, however it ends.
class WriterLock {
 public:
  /// Waits at most `wait` for another writer. Throws Error "another newsindex is writing to DIR".
  WriterLock(const IndexFolder& index, std::chrono::seconds wait);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int file_;
};

}  // namespace news

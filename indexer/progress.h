#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>

#include "indexer/open_source.h"

namespace news {

/// What a run has done so far.
struct Tally {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t rejected = 0;
  std::uint64_t removed = 0;                     ///< Because a source says that they are no more.
  std::map<std::string, std::uint64_t> skipped;  ///< What is no article, by what it is.

  std::uint64_t taken() const { return added + replaced; }
};

/// Shows on standard error how far a run is: a bar on a terminal, else a line every ten seconds.
class Progress {
 public:
  Progress(const SourceProgress& source, bool quiet);

  /// Called after each article; draws only now and then.
  void update(const Tally& tally);
  /// Prints a line by itself, above the bar.
  void say(const std::string& line);
  /// Draws for the last time.
  void finish(const Tally& tally);

  double seconds() const;

 private:
  void draw(const Tally& tally);
  std::string line(const Tally& tally) const;
  std::string bar() const;

  const SourceProgress& source_;
  bool quiet_;
  bool terminal_;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point drawn_;
};

}  // namespace news

#pragma once

#include <chrono>
#include <string>

#include "indexer/open_source.h"
#include "indexer/tally.h"

namespace news {

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

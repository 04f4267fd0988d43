#pragma once

#include <cstdint>
#include <string>

#include "indexer/tally.h"

namespace news {

/// What a run has come to.
struct Summary {
  const Tally& tally;
  double seconds = 0;
  double longest_commit_seconds = 0;
  std::uint64_t articles = 0;  ///< In the index now.
  std::uint64_t revision = 0;
  std::string index;
};

/// For people: one line, then what was read by format, skipped, and rejected by reason.
std::string summary_text(const Summary& summary);
/// For programs: one JSON object on one line.
std::string summary_json(const Summary& summary);

}  // namespace news

#pragma once

#include <cstdlib>

#include "common/date.h"
#include "common/index_folder.h"
#include "searchd/snapshot.h"

namespace news {

/// The index in $NEWSINDEX_DIR, which the micro-benchmarks are run on.
inline const Snapshot& bench_index() {
  static const Snapshot snapshot = [] {
    const char* folder = std::getenv("NEWSINDEX_DIR");
    return Snapshot(IndexFolder(folder == nullptr ? "index" : folder), 1, system_now());
  }();
  return snapshot;
}

}  // namespace news

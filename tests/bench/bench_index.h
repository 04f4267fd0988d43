#pragma once

#include <cstdlib>
#include <memory>

#include "common/date.h"
#include "common/index_folder.h"
#include "searchd/snapshot.h"

namespace news {

/// The index in $NEWSINDEX_DIR, which the micro-benchmarks are run on.
inline IndexFolder bench_folder() {
  const char* folder = std::getenv("NEWSINDEX_DIR");
  return IndexFolder(folder == nullptr ? "index" : folder);
}

inline const Snapshot& bench_index() {
  static const Snapshot snapshot(bench_folder(), 1, system_now());
  return snapshot;
}

inline std::unique_ptr<Xapian::Database> bench_handle() {
  return std::make_unique<Xapian::Database>(bench_folder().open(bench_folder().live()));
}

}  // namespace news

#pragma once

#include <string>

#include "common/index_folder.h"
#include "searchd/completions.h"
#include "searchd/lexicon.h"
#include "searchd/snapshot.h"

namespace news {

/// What queries are corrected and completed from. It may be older than what is searched: whatever
/// comes of it is looked up in the snapshot of the request before it is shown. Never changes once
/// loaded, so any number of threads may read it.
struct Vocabulary {
  std::string generation;  ///< Of the snapshot it was loaded for.
  Lexicon lexicon;
  Completions completions;
};

/// Reads the vocabulary of an index as `snapshot` shows it. Throws Error.
Vocabulary load_vocabulary(const IndexFolder& index, const Snapshot& snapshot);

}  // namespace news

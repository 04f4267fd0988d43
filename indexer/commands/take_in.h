#pragma once

#include "indexer/options.h"
#include "indexer/source_ledger.h"

namespace news {

/// What `add` and `sync` have in common: reads the sources of the options into the live generation,
/// or into a new index where there is none. Gives the exit status. Throws Error.
int take_in(const Options& options, SourceLedger::Mode mode);

}  // namespace news

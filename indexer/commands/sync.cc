#include "indexer/commands/commands.h"
#include "indexer/commands/take_in.h"

namespace news {

int sync(const Options& options) { return take_in(options, SourceLedger::Mode::Sync); }

}  // namespace news

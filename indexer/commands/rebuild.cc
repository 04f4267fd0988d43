#include <fmt/format.h>

#include <filesystem>

#include "common/error.h"
#include "common/index_folder.h"
#include "common/schema.h"
#include "indexer/commands/commands.h"
#include "indexer/index_writer.h"
#include "indexer/indexing_run.h"

namespace news {

namespace {

/// The zone asked for, else that of the live generation, if it can be read.
TimeZone zone_for(const IndexFolder& index, const Options& options) {
  if (options.time_zone) return TimeZone(*options.time_zone);
  try {
    return TimeZone(index.open(index.live()).metadata(schema::time_zone_key));
  } catch (const Error&) {
    return TimeZone();  // none yet, or one that is replaced because it cannot be read
  }
}

/// Fills `generation` and sees whether it holds what was put in.
Tally build(const IndexFolder& index, const std::string& generation, const Options& options) {
  IndexWriter writer(index, generation, zone_for(index, options));
  writer.load_in_bulk();
  IndexingRun run(writer, options, SourceLedger::Mode::Add);
  run.run();
  const std::uint64_t found = index.open(generation).articles();
  const std::uint64_t expected = run.tally().added - run.tally().removed;
  if (found != expected) {
    throw Error(fmt::format("the new generation has {} articles instead of {}", found, expected),
                "the live one stays as it is; run it again");
  }
  if (run.tally().taken() == 0) {
    throw Error("no article could be taken in", "the live generation stays as it is");
  }
  run.summarize();
  return run.tally();
}

}  // namespace

int rebuild(const Options& options) {
  const IndexFolder index(options.index);
  const WriterLock lock(index, options.wait);
  if (index.exists()) index.remove_others();
  const std::string generation = index.create_generation();
  Tally tally;
  try {
    tally = build(index, generation, options);
  } catch (const Error&) {
    std::error_code ignored;
    std::filesystem::remove_all(index.path() / generation, ignored);
    throw;
  }
  // The old generation goes when the next writer begins, so that searchd has until then to follow.
  index.switch_to(generation);
  return tally.rejected == 0 ? done : done_but_some_rejected;
}

}  // namespace news

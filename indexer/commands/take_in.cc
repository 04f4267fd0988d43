#include "indexer/commands/take_in.h"

#include <fmt/format.h>

#include "common/error.h"
#include "common/index_folder.h"
#include "indexer/commands/commands.h"
#include "indexer/fold.h"
#include "indexer/index_writer.h"
#include "indexer/indexing_run.h"

namespace news {

namespace {

void require_zone(const IndexWriter& writer, const Options& options) {
  if (!options.time_zone || *options.time_zone == writer.zone().name()) return;
  throw Error(
      fmt::format("the days of {} are those of {}, not of {}", options.index, writer.zone().name(),
                  *options.time_zone),
      "leave out --time-zone, or index again with: newsindex rebuild PATH --time-zone NAME");
}

int read_sources(const IndexFolder& index, const Options& options, SourceLedger::Mode mode) {
  const bool is_new = !index.exists();
  if (!is_new) index.remove_others();
  const std::string generation = is_new ? index.create_generation() : index.live();
  IndexWriter writer(index, generation, TimeZone(options.time_zone.value_or("UTC")));
  if (is_new) {
    writer.commit();  // empty, but there from now on: what is committed later can be seen at once
    index.switch_to(generation);
    index.remove_others();  // what a first rebuild that was killed has left
  }
  require_zone(writer, options);
  IndexingRun run(writer, options, mode);
  run.run();
  run.summarize();
  return run.tally().rejected == 0 ? done : done_but_some_rejected;
}

}  // namespace

int take_in(const Options& options, SourceLedger::Mode mode) {
  const IndexFolder index(options.index);
  const WriterLock lock(index, options.wait);
  const int status = read_sources(index, options, mode);
  if (is_worth_folding(index, index.live())) {
    if (!options.quiet) fmt::print(stderr, "folding what is new into the base of the index\n");
    fold(index);
  }
  return status;
}

}  // namespace news

#include <fmt/format.h>

#include "common/index_folder.h"
#include "indexer/commands/commands.h"
#include "indexer/index_writer.h"

namespace news {

int remove(const Options& options) {
  const IndexFolder index(options.index);
  const std::string generation = index.live();
  const WriterLock lock(index, options.wait);
  index.remove_others();
  IndexWriter writer(index, generation, TimeZone());
  std::uint64_t removed = 0;
  std::uint64_t unknown = 0;
  for (const std::string& name : options.arguments) {
    const bool found = writer.remove(name);
    ++(found ? removed : unknown);
    if (!found) fmt::print(stderr, "{}: there is no article with this id or url\n", name);
  }
  writer.commit();
  if (options.json) {
    fmt::print("{{\"removed\":{},\"unknown\":{},\"articles\":{},\"revision\":{}}}\n", removed,
               unknown, writer.articles(), writer.revision());
  } else if (!options.quiet) {
    fmt::print(stderr, "removed {}; {} articles in {}\n", removed, writer.articles(),
               options.index);
  }
  return unknown == 0 ? done : done_but_some_rejected;
}

}  // namespace news

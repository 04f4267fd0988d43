#include <fmt/format.h>

#include <cstdio>

#include "common/error.h"
#include "common/index_folder.h"
#include "indexer/commands/commands.h"

namespace news {

int export_all(const Options& options) {
  const IndexFolder index(options.index);
  const Xapian::Database database = index.open(index.live());
  const auto end = database.postlist_end(std::string());
  for (auto id = database.postlist_begin(std::string()); id != end; ++id) {
    const std::string line = database.get_document(*id).get_data() + '\n';
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
      throw Error("cannot write to standard output", "see whether the disk is full");
    }
  }
  if (std::fflush(stdout) != 0) {
    throw Error("cannot write to standard output", "see whether the disk is full");
  }
  return done;
}

}  // namespace news

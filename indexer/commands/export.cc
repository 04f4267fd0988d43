#include <fmt/format.h>

#include <cstdio>

#include "common/error.h"
#include "common/index_folder.h"
#include "indexer/commands/commands.h"

namespace news {

int export_all(const Options& options) {
  const IndexFolder index(options.index);
  const ArticleDatabase database = index.open(index.live());
  for (const Xapian::docid number : database.with_term(std::string())) {
    const std::string line = database.article(number) + '\n';
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

#include <fmt/format.h>

#include "common/error.h"
#include "common/index_folder.h"
#include "common/schema.h"
#include "indexer/commands/commands.h"

namespace news {

namespace {

bool print(const ArticleDatabase& database, const std::string& name) {
  for (const std::string& term : {schema::id_term(name), schema::url_term(name)}) {
    const auto number = database.first_with_term(term);
    if (!number) continue;
    fmt::print("{}\n", database.article(*number));
    return true;
  }
  fmt::print(stderr, "{}: there is no article with this id or url\n", name);
  return false;
}

}  // namespace

int get(const Options& options) {
  const IndexFolder index(options.index);
  const ArticleDatabase database = index.open(index.live());
  bool all = true;
  for (const std::string& name : options.arguments) all = print(database, name) && all;
  return all ? done : done_but_some_rejected;
}

}  // namespace news

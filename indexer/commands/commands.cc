#include "indexer/commands/commands.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/error.h"
#include "common/text.h"

namespace news {

const std::vector<Command>& commands() {
  static const std::vector<Command> table{
      {"add", "PATH...",
       "take in articles: files, folders, compressed archives; - reads standard input", true, add},
      {"sync", "PATH...",
       "the same, but skips what has not changed and forgets articles whose source is gone", true,
       sync},
      {"remove", "ID|URL...", "take articles out, at once", true, remove},
      {"rebuild", "PATH...",
       "build a whole new generation beside the live one, check it, switch to it", true, rebuild},
      {"get", "ID|URL", "print one stored article as a line of JSON", true, get},
      {"export", "", "print every article as JSON Lines", false, export_all},
      {"status", "", "articles, dates, size, revision, languages; --json for programs", false,
       status},
      {"check", "", "verify the index, article by article", false, check},
  };
  return table;
}

const Command& find_command(const Options& options) {
  const std::vector<Command>& table = commands();
  const auto found = std::find_if(table.begin(), table.end(), [&](const Command& command) {
    return command.name == options.command;
  });
  if (found == table.end()) {
    std::vector<std::string> names;
    names.reserve(table.size());
    for (const Command& command : table) names.emplace_back(command.name);
    const auto nearest = nearest_word(options.command, names);
    throw Error(fmt::format("there is no command \"{}\"", options.command),
                nearest ? fmt::format("did you mean {}?", *nearest)
                        : "see what there is with: newsindex --help");
  }
  if (found->needs_arguments && options.arguments.empty() && !options.help) {
    throw Error(fmt::format("{} lacks what to work on", found->name),
                fmt::format("expected: newsindex {} {}", found->name, found->arguments));
  }
  return *found;
}

}  // namespace news

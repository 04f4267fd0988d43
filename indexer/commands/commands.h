#pragma once

#include <string_view>
#include <vector>

#include "indexer/options.h"

namespace news {

/// Exit statuses. What stops the work is thrown as Error and becomes 2.
inline constexpr int done = 0;
inline constexpr int done_but_some_rejected = 1;
inline constexpr int stopped = 2;

/// Something newsindex can do.
struct Command {
  std::string_view name;
  std::string_view arguments;  ///< As in the usage line.
  std::string_view summary;
  bool needs_arguments;
  int (*run)(const Options& options);  ///< Gives the exit status. Throws Error.
};

const std::vector<Command>& commands();

/// The command of the options. Throws Error, naming the nearest, if there is none of that name or
/// it lacks its arguments.
const Command& find_command(const Options& options);

int add(const Options& options);
int sync(const Options& options);
int remove(const Options& options);
int rebuild(const Options& options);
int get(const Options& options);
int export_all(const Options& options);
int status(const Options& options);
int check(const Options& options);

}  // namespace news

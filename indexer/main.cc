#include <fmt/format.h>
#include <xapian.h>

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "common/error.h"
#include "indexer/commands/commands.h"
#include "indexer/options.h"
#include "indexer/stop_signal.h"

namespace {

using namespace news;

int print_help(const Options& options) {
  if (options.command.empty()) {
    fmt::print(
        "Keeps a full-text index of news articles.\n\n"
        "newsindex [--index DIR] [--config FILE] COMMAND [options]\n\n");
    for (const Command& command : commands()) {
      fmt::print("  {:<8} {:<11} {}\n", command.name, command.arguments, command.summary);
    }
  } else {
    const Command& command = find_command(options);
    fmt::print("newsindex {} {}\n{}\n", command.name, command.arguments, command.summary);
  }
  fmt::print(
      "\n{}\nExit status: 0 done, 1 done but some articles were rejected or unknown, "
      "2 stopped (the last commit stands).\n",
      options_help());
  return done;
}

int run(int argc, char** argv) {
  const Options options = parse_options(argc, argv);
  if (options.version) {
    fmt::print("newsindex {}\n", NEWSINDEX_VERSION);
    return done;
  }
  if (options.help) return print_help(options);
  if (options.command.empty()) {
    throw Error("what is there to do?", "see the commands with: newsindex --help");
  }
  const Command& command = find_command(options);
  catch_stop_signals();
  return command.run(options);
}

int fail(const std::string& what, const std::string& hint) {
  fmt::print(stderr, "newsindex: {}\n", what);
  if (!hint.empty()) fmt::print(stderr, "  {}\n", hint);
  return stopped;
}

/// Xapian's commit throws out of a destructor where some of its writes fail, which C++ ends the
/// program for.
[[noreturn]] void end() {
  fail("cannot write to the index: Xapian gave up in the middle of a commit",
       "the last commit stands; if its disk is full, free some space, and run it again");
  std::_Exit(stopped);
}

}  // namespace

int main(int argc, char** argv) {
  std::set_terminate(end);
  try {
    return run(argc, argv);
  } catch (const Error& error) {
    return fail(error.what(), error.hint());
  } catch (const Xapian::Error& error) {
    return fail(error.get_description(), "see how the index is with: newsindex check");
  } catch (const std::exception& error) {
    return fail(error.what(), {});
  }
}

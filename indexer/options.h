#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/field_map.h"

namespace news {

/// What newsindex was asked to do, from its arguments and its configuration file.
struct Options {
  std::string index;
  std::string command;
  std::vector<std::string> arguments;  ///< Of the command: paths, ids or addresses.
  std::string format;                  ///< Empty: found out by content.
  FieldMap map;                        ///< Of sources whose fields have other names than ours.
  std::string rejects;                 ///< Where rejected articles are kept; empty: nowhere.
  std::optional<std::string> time_zone;
  std::chrono::seconds wait{0};
  std::uint64_t commit_every = 10'000;  ///< Articles.
  bool quiet = false;
  bool json = false;
  bool help = false;
  bool version = false;
};

/// Arguments win over the configuration file, that over $NEWSINDEX_DIR. Throws Error for what is
/// not known or cannot be read, naming the nearest option.
Options parse_options(int argc, const char* const* argv);

/// The options, for `--help`.
std::string options_help();

}  // namespace news

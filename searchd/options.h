#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "searchd/recency.h"

namespace news {

/// What searchd was asked to do, by its command line and its configuration file.
struct Options {
  enum class Action { Serve, Help, Version };

  Action action = Action::Serve;
  std::filesystem::path index;
  std::string host = "127.0.0.1";
  int port = 8080;                                  ///< 0: any that is free.
  std::size_t threads = 32;                         ///< Connections answered at a time.
  std::size_t searches = 8;                         ///< Searches run at a time.
  std::size_t cache_bytes = std::size_t{64} << 20;  ///< For answers to searches; 0: none is kept.
  std::string log_level = "warn";
  std::string site_name;
  double recency_half_life =
      Recency::default_half_life;  ///< Days; 0: the age of an article does not count.
  std::string synonyms;            ///< A file of them (searchd/synonyms.h); empty for none.
};

/// Reads the command line and, with --config, a file of the same names; the command line wins.
/// Throws Error, naming what is wrong and, for an unknown option, the nearest known one.
Options parse_options(int argc, const char* const* argv);

/// What --help prints.
std::string help_text();

}  // namespace news

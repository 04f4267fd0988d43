#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/file_status.h"

namespace news {

/// What the index remembers of a file that articles were read from.
struct SourceState {
  std::string path;               ///< Absolute.
  FileStatus file;                ///< As it was when it was read.
  std::uint64_t hash = 0;         ///< XXH3 of its bytes, where it was read to its end.
  std::uint64_t file_system = 0;  ///< That of its folder (file_system_of()).
  std::string read_as;            ///< The options it was read with, as one word.
  std::uint64_t told = 0;         ///< Articles, rejections and removals taken in so far.
  bool is_complete = false;       ///< Whether that is all of it.

  bool operator==(const SourceState&) const = default;
};

/// One line, but for what the path has in it.
std::string print_source_state(const SourceState& state);
/// What print_source_state() has printed; nothing of any other text.
std::optional<SourceState> parse_source_state(std::string_view text);

}  // namespace news

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/intake.h"
#include "indexer/open_source.h"

namespace news {

/// One source format: how to know it and how to read it.
struct Reader {
  std::string_view name;  ///< As in `--format`.
  /// Whether a source that begins with these bytes (up to 4 kB) and has this name is of the format.
  bool (*knows)(std::string_view beginning, std::string_view name);
  /// Reads to the end, telling `intake` every article and every rejected one.
  void (*read)(ByteStream& bytes, const std::string& name, Intake& intake);
};

/// Every format there is; the first that knows a source reads it.
const std::vector<Reader>& readers();

/// Reads one source with the reader that knows it, or with the one called `format` if not empty.
/// What no reader knows is rejected.
void read_source(ByteStream& bytes, const std::string& name, std::string_view format,
                 Intake& intake);

}  // namespace news

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// One source format: how to know it and how to read it.
struct Reader {
  std::string_view name;  ///< As in `--format`.
  /// Whether a source that begins with these bytes (PeekedStream::peeked_bytes of them, or all
  /// there are) and has this name is of the format. Cheap: it is asked of every source.
  bool (*knows)(std::string_view beginning, std::string_view name);
  /// Reads to the end, telling `intake` every article and every rejected one. Throws BadSource
  /// where the bytes break off.
  void (*read)(const Source& source, Intake& intake);
  bool reads_utf16 = false;  ///< Where not, it is given UTF-8 in its place.
};

/// Every format there is; the first that knows a source reads it.
const std::vector<Reader>& readers();

/// How sources are read, where the user says so.
struct ReadOptions {
  std::string format;  ///< A reader's name; empty: found out by content.
  FieldMap map;
};

/// Reads one source with the reader that knows it, or with the one asked for. What no reader knows
/// is rejected. Throws Error if there is no reader of the name asked for.
void read_source(ByteStream& bytes, const std::string& name, const ReadOptions& options,
                 Intake& intake);

}  // namespace news

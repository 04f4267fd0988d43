#pragma once

#include <string>

#include "indexer/byte_stream.h"
#include "indexer/field_map.h"

namespace news {

/// What a reader reads: one file or archive entry.
struct Source {
  ByteStream& bytes;
  const std::string& name;  ///< As reported: FILE or ARCHIVE:ENTRY.
  const FieldMap& map;      ///< For formats whose fields have no fixed names.
};

}  // namespace news

#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// The Reuters-21578 collection: REUTERS elements in SGML that is not well-formed XML, cut out of
/// the stream one after another. An element without its end costs itself only.
bool knows_reuters(std::string_view beginning, std::string_view name);
void read_reuters(const Source& source, Intake& intake);

}  // namespace news

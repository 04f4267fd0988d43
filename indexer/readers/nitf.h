#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// NITF 3, an article a document; several documents may stand one after another or in another
/// element. One without id and url goes by the name of its source.
bool knows_nitf(std::string_view beginning, std::string_view name);
void read_nitf(const Source& source, Intake& intake);

}  // namespace news

#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// ninjs 1.0 to 3.0, the JSON of the IPTC: one object, an array of them or one after another. An
/// item without text (a picture, a package) is skipped, a canceled one is a removal.
bool knows_ninjs(std::string_view beginning, std::string_view name);
void read_ninjs(const Source& source, Intake& intake);

}  // namespace news

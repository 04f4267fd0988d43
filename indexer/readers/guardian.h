#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// The Content API of The Guardian: searches, single items, and the items of either alone.
bool knows_guardian(std::string_view beginning, std::string_view name);
void read_guardian(const Source& source, Intake& intake);

}  // namespace news

#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// What webz.io (webhose.io before) answers and gives away as data sets: posts in an answer, one a
/// file, or as JSON Lines.
bool knows_webz(std::string_view beginning, std::string_view name);
void read_webz(const Source& source, Intake& intake);

}  // namespace news

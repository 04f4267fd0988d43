#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// Atom 1.0 and 0.3: an article an entry, of a feed or alone.
bool knows_atom(std::string_view beginning, std::string_view name);
void read_atom(const Source& source, Intake& intake);

}  // namespace news

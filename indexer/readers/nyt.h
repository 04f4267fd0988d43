#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// The New York Times as its APIs answer: Article Search, a month of the Archive, and the documents
/// of either alone, as an array or as JSON Lines.
bool knows_nyt(std::string_view beginning, std::string_view name);
void read_nyt(const Source& source, Intake& intake);

}  // namespace news

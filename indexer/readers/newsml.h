#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// NewsML-G2 (a newsItem, a newsMessage, packages) and NewsML 1: an article a text item. Pictures
/// give their caption to the text they come with; packages, concepts and the like are skipped; a
/// canceled or withheld item is a removal.
bool knows_newsml(std::string_view beginning, std::string_view name);
void read_newsml(const Source& source, Intake& intake);

}  // namespace news

#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// Plain text as copied from a news page in a browser, or any other plain text: one article a
/// source. Knows what no other reader does, as long as it is text.
bool knows_page(std::string_view beginning, std::string_view name);
void read_page(const Source& source, Intake& intake);

}  // namespace news

#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// JSON Feed 1 and 1.1: an article an item. A feed may have at most max_article_bytes.
bool knows_jsonfeed(std::string_view beginning, std::string_view name);
void read_jsonfeed(const Source& source, Intake& intake);

}  // namespace news

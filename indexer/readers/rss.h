#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// RSS 0.9x, 1.0 (RDF) and 2.0 with the modules of newsrooms (content, Dublin Core, Media RSS),
/// WordPress exports included: an article an item.
bool knows_rss(std::string_view beginning, std::string_view name);
void read_rss(const Source& source, Intake& intake);

}  // namespace news

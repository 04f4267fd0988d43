#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// Articles in the native format (docs/article-format.md) as the elements of one JSON array, or
/// as objects over several lines, one after another. Read as a stream: only one article is held at
/// a time. Where the JSON is broken between two articles, the rest of the source is rejected.
bool knows_json(std::string_view beginning, std::string_view name);
void read_json(const Source& source, Intake& intake);

}  // namespace news

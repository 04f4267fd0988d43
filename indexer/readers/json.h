#pragma once

#include <string>
#include <string_view>

#include "indexer/intake.h"
#include "indexer/open_source.h"

namespace news {

/// Articles in the native format (docs/article-format.md) as the elements of one JSON array, or
/// as objects over several lines, one after another. Read as a stream: only one article is held at
/// a time. Where the JSON is broken between two articles, the rest of the source is rejected.
bool knows_json(std::string_view beginning, std::string_view name);
void read_json(ByteStream& bytes, const std::string& name, Intake& intake);

}  // namespace news

#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// JSON Lines, the native format: one article a line (docs/article-format.md). Empty lines are
/// skipped; lines may end in CR LF; a line longer than max_article_bytes is rejected.
bool knows_jsonl(std::string_view beginning, std::string_view name);
void read_jsonl(const Source& source, Intake& intake);

}  // namespace news

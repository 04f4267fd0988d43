#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// Markdown, plain text or HTML behind front matter in YAML, TOML or JSON, as Hugo, Jekyll and
/// Eleventy keep pages: one article a source. Also Markdown without front matter, by its name or
/// the heading it begins with. Drafts and the pages of sections are skipped.
bool knows_markdown(std::string_view beginning, std::string_view name);
void read_markdown(const Source& source, Intake& intake);

}  // namespace news

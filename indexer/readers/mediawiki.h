#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// The XML export of a MediaWiki (Wikinews): one article a page of the main namespace, as its last
/// revision has it. Redirects, pages of other namespaces and what is not published yet are skipped.
/// Read as a stream: a page with its whole history is held one revision at a time.
bool knows_mediawiki(std::string_view beginning, std::string_view name);
void read_mediawiki(const Source& source, Intake& intake);

}  // namespace news

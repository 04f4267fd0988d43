#pragma once

#include <string>
#include <vector>

#include "indexer/html/page.h"

namespace news::html {

/// The text of the page's article: paragraphs, headings within and items of lists, a blank line
/// between each, without what stands around and between them on a page of news. `titles` are
/// headlines, which are no part of the text. Empty if the page has no text of that kind.
std::string main_text(const Page& page, const std::vector<std::string>& titles);

}  // namespace news::html

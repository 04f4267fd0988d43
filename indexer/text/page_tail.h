#pragma once

#include <cstddef>
#include <vector>

#include "indexer/source_article.h"
#include "indexer/text/page_line.h"

namespace news {

/// Where the text of a page that begins at `begin` ends: at the author's box, at what the site
/// shows of other articles, or at the last line.
std::size_t find_page_tail(const std::vector<PageLine>& lines, std::size_t begin);

/// Takes the author's box, and notes, from what stands behind the text.
void take_page_tail(const std::vector<PageLine>& lines, std::size_t begin, SourceArticle& article);

}  // namespace news

#pragma once

#include <cstddef>
#include <vector>

#include "indexer/source_article.h"
#include "indexer/text/page_line.h"

namespace news {

/// Takes what stands over the text of a page: section, title, standfirst, byline, dates, picture.
/// Gives where the text begins.
std::size_t take_page_head(const std::vector<PageLine>& lines, SourceArticle& article);

/// Takes a line that is about the article wherever it stands: a caption, a date, tags, a url, a
/// correction. Of each, the first one counts.
void take_page_note(const PageLine& line, SourceArticle& article);

}  // namespace news

#pragma once

#include <string_view>

#include "indexer/source_article.h"

namespace news {

/// Takes a page as copied from a browser apart. What the page does not say stays empty; of a text
/// without any structure the first line is the title and the rest the body.
SourceArticle read_page_text(std::string_view text);

}  // namespace news

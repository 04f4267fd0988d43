#pragma once

#include <string_view>

#include "indexer/source_article.h"

namespace news {

/// The article in the text of one REUTERS element, `<REUTERS ...>` to `</REUTERS>`.
SourceArticle reuters_article(std::string_view element);

}  // namespace news

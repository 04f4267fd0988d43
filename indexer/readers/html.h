#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// A page of HTML or XHTML, which is one article (indexer/html). A page of more than
/// max_article_bytes, or without an article on it, is rejected.
bool knows_html(std::string_view beginning, std::string_view name);
void read_html(const Source& source, Intake& intake);

}  // namespace news

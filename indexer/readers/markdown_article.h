#pragma once

#include <string_view>

#include "indexer/source_article.h"
#include "indexer/text/meta_value.h"

namespace news {

/// Fills in what the fields of front matter say. What has no field of its own is kept as extra.
void take_front_matter(const MetaValue& fields, SourceArticle& article);

/// Whether the fields say that the page is not published: `draft: true`, `published: false`.
bool is_draft(const MetaValue& fields);

}  // namespace news

#pragma once

#include "common/article.h"

namespace news {

/// Fills in what the source does not say and the article shows: language, section, countries. Each
/// field so filled is named in Article::derived. What the source says is never changed.
void enrich(Article& article);

}  // namespace news

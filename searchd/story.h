#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "common/article.h"
#include "searchd/columns.h"
#include "searchd/found_article.h"
#include "searchd/search_result.h"

namespace news {

/// The story of an article, which has that number, as far as its articles may be seen: one under
/// embargo is not counted, and not named as the original. Throws what Xapian throws.
Story story_of(Xapian::docid id, const Article& article, const ArticleDatabase& database,
               const Columns& columns);

/// The numbers of the other visible articles of its story, at most `most`, the original first.
std::vector<Xapian::docid> others_of(const Article& article, const ArticleDatabase& database,
                                     const Columns& columns, std::size_t most);

/// Leaves of each story the first of its articles.
void collapse_stories(const Columns& columns, std::vector<FoundArticle>& ranked);

}  // namespace news

#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <vector>

#include "common/article_database.h"
#include "searchd/column_filter.h"
#include "searchd/found_article.h"
#include "searchd/relaxation.h"

namespace news {

/// What is ranked: articles that pass the filter and, where a query is relaxed, have enough of its
/// words. What it refers to must outlive it.
struct Ranked {
  const ColumnFilter& filter;
  const Relaxation* relaxed = nullptr;  ///< Of a query that is.
};

/// At most `size` articles from the place `first` of the ranking on, with their weights; a tie goes
/// to the lower number, so pages are stable. Keeps Xapian's pruning. Throws what Xapian throws.
std::vector<FoundArticle> ranked_pass(const ArticleDatabase& database, const Xapian::Query& query,
                                      const Ranked& ranked, std::size_t first, std::size_t size);

/// The best of all that the query matches, of which each is given to `take`, which says whether it
/// may be ranked. Without pruning: for queries of which the matching itself is dear.
std::vector<FoundArticle> ranked_and_each(const ArticleDatabase& database,
                                          const Xapian::Query& query, std::size_t most,
                                          const std::function<bool(Xapian::docid)>& take);

}  // namespace news

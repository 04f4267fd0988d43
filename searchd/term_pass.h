#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "searchd/counter.h"
#include "searchd/dated_stories.h"
#include "searchd/found_article.h"
#include "searchd/hands.h"
#include "searchd/recency.h"
#include "searchd/term_search.h"

namespace news {

/// What one pass over articles finds out.
struct TermPass {
  Counts counts;
  std::vector<FoundArticle> best;
};

/// What a pass counts, ranks and puts in order. What it refers to must outlive the pass.
struct TermPassRequest {
  const Columns& columns;
  const ColumnFilter& filter;
  std::function<Counter()> counter;  ///< A new one.
  const RecencySource& recency;
  std::size_t most = 0;           ///< Of the best; 0: none is ranked.
  DatedStories* order = nullptr;  ///< Empty, to be shown each that passes; nullptr: none is.
};

/// Over the articles that have the terms. All hands share these where there is much to do. Throws
/// what Xapian throws.
TermPass run_term_pass(const TermSearch& terms, const Hands& hands, const TermPassRequest& request);

/// The same over all articles, of which none is ranked.
TermPass run_column_pass(const Hands& hands, const TermPassRequest& request);

}  // namespace news

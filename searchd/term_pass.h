#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "searchd/counter.h"
#include "searchd/found_article.h"
#include "searchd/hands.h"
#include "searchd/recency.h"
#include "searchd/term_search.h"

namespace news {

/// What one pass over the articles of a TermSearch finds out.
struct TermPass {
  Counts counts;
  std::vector<FoundArticle> best;
};

/// What a pass counts and ranks by. What it refers to must outlive the pass.
struct TermPassRequest {
  const Columns& columns;
  const ColumnFilter& filter;
  std::function<Counter()> counter;  ///< A new one.
  const RecencySource& recency;
  std::size_t most = 0;                     ///< Of the best; 0: none is ranked.
  std::function<void(Xapian::docid)> take;  ///< Is given each that passes; empty: nothing is.
};

/// All hands share the articles where there is much to do and nothing to `take`. Throws what Xapian
/// throws.
TermPass run_term_pass(const TermSearch& terms, const Hands& hands, const TermPassRequest& request);

}  // namespace news

#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <vector>

#include "searchd/counter.h"
#include "searchd/cursor.h"
#include "searchd/found_article.h"
#include "searchd/hands.h"
#include "searchd/query_builder.h"
#include "searchd/recency.h"
#include "searchd/search_request.h"
#include "searchd/snapshot.h"

namespace news {

/// What the passes over the index give.
struct Found {
  Counts counts;
  std::vector<FoundArticle> page;
  std::optional<Cursor> next;  ///< Nothing on the last page.
  std::optional<Relaxed> relaxed;
  /// Of a relaxed query, by article of the page: the words it lacks, by their place in
  /// BuiltQuery::words.
  std::vector<std::vector<std::size_t>> missing;
};

/// Runs a built query: a ranked pass for the page, which keeps Xapian's pruning, and a boolean pass
/// in which a MatchDecider counts from the columns and accepts nothing, so that every count is
/// exact at a few nanoseconds a match. By date, the counting pass finds the page as well; without
/// a query nothing is read from the database at all. Where too few articles have all words of the
/// query, those count that have most of them; whether they do is asked without filters, so that
/// choosing one only ever narrows. Where stories are collapsed, the ranking goes on until there are
/// enough of them. Throws what Xapian throws.
///
/// As soon as `found` has all but the page and what belongs to that, `counted` is called, if it is
/// given; what it begins may read that and must not outlive `found`.
void run_search(const Snapshot& snapshot, const Hands& hands, const BuiltQuery& query,
                const SearchRequest& request, const Recency& recency, Found& found,
                const std::function<void()>& counted = {});

}  // namespace news

#pragma once

#include "searchd/columns.h"
#include "searchd/counter.h"

namespace news {

/// The counts over all visible articles of a revision; in two threads.
Counts count_all(const Columns& columns);

/// The same, from those of an earlier revision of the same generation, by what has changed since:
/// the articles from `first_recent` on, and which of those before are visible.
Counts count_all(const Columns& columns, Xapian::docid first_recent, const Columns& earlier,
                 const Counts& counted);

}  // namespace news

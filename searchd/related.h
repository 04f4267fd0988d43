#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "searchd/columns.h"
#include "searchd/found_article.h"

namespace news {

/// The visible articles that are most about what article `id` is about, at most `most`, the best
/// first; of its own story none, of every other story one.
///
/// What it is about are its 12 most distinctive words, by wdf / (wdf + 2) * log(articles /
/// frequency), where wdf counts words of the headline and the standfirst more; words that only it
/// has are left out. Others are ranked by these words with BM25, and their share s of what the
/// article itself scores is weighed by its distance in time:
///
///     score = s * (1 + 2 ^ (-days / 30)) / 2
///
/// so that of two equally alike the one of the same days comes first, as the news of a running
/// story are most of use beside each other, while no distance takes more than half. Undated
/// articles count as far away. What has less than a fifth of its score is not related.
/// The answer is the same for the same revision. Throws what Xapian throws.
std::vector<FoundArticle> related_articles(Xapian::docid id, const ArticleDatabase& database,
                                           const Columns& columns, std::size_t most);

}  // namespace news

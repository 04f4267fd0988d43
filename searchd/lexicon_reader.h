#pragma once

#include <xapian.h>

#include <functional>

#include "common/article_database.h"
#include "searchd/lexicon.h"

namespace news {

/// Reads the words of an archive from the lists of terms of its index: half a second for a million
/// different ones. Words with digits and of less
/// than three letters are left out; those of articles that are not to be
/// seen yet are in it. `open` opens the index, which is read on where it was when commits
/// overtake it, so that there may be words of several revisions. Throws what else Xapian throws.
Lexicon read_lexicon(const std::function<ArticleDatabase()>& open);

}  // namespace news

#pragma once

#include "searchd/query.h"

namespace news {

/// Whether a query was pasted from a headline in capitals. Capitals mark an operator only where
/// they set it apart: not there, but in `NATO OR EU`, which is all short names and few. So of a
/// query without a small letter: whether it has a word of six letters, or six words for each
/// operator.
bool is_headline_in_capitals(const QueryNode& query);

}  // namespace news

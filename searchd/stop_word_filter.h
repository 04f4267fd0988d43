#pragma once

#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "searchd/archive_languages.h"
#include "searchd/query.h"

namespace news {

/// Leaves out of `query` the words that find nothing (the, und, la), in the language that the query
/// seems to be in, and gives them back as typed. They stay where they are all there is, after a
/// plus, inside quotes, outside AND, and where typed in capitals amid other words (US, WHO).
std::vector<std::string> leave_out_stop_words(QueryNode& query,
                                              const std::vector<ArchiveLanguage>& languages,
                                              Analyzer& analyzer);

}  // namespace news

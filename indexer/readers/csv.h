#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"

namespace news {

/// Tables: a first row with the names of the columns, then an article a row (RFC 4180; also with
/// semicolons or `|`, as spreadsheets write them). The columns are known by the user's map and by
/// common names. A row of another number of cells, and one that is too long, is rejected; a table
/// of which no column is known is rejected as a whole. Bytes that are not UTF-8 are decoded row by
/// row. Read as a stream.
bool knows_csv(std::string_view beginning, std::string_view name);
void read_csv(const Source& source, Intake& intake);

/// The same with tabs.
bool knows_tsv(std::string_view beginning, std::string_view name);
void read_tsv(const Source& source, Intake& intake);

}  // namespace news

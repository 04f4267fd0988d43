#pragma once

#include <xapian.h>

#include <string>

#include "common/column_file.h"
#include "indexer/numbered_values.h"

namespace news {

/// What, of an article in a base, is not in its document, but in files beside the tables.
struct FileParts {
  /// The wdf of each term, by its place in a table of terms; none of schema::is_identity().
  NumberedValues<Xapian::termcount> terms;
  std::string order;  ///< See common/word_order.h.
  std::string data;   ///< The article, printed.
  ColumnRow columns;

  void clear() {
    terms.clear();
    order.clear();
    data.clear();
    columns = {};
  }
};

}  // namespace news

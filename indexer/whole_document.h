#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/article_database.h"
#include "indexer/document_builder.h"

namespace news {

/// The digests of the files that an article was read from.
std::vector<std::string> sources_of(const Xapian::Document& document);

/// The document of an article with all that the recent part has of one: that of an article of the
/// base is built anew. Throws what Xapian throws.
Xapian::Document whole_document(const ArticleDatabase& database, Xapian::docid number,
                                DocumentBuilder& builder);

}  // namespace news

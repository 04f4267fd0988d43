#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/json_value.h"
#include "indexer/source_article.h"

namespace news {

/// The people of a document's `byline`, from the parts of their names; those in capitals, as in
/// what was digitised, in the usual letters. None where only `byline.original` names them.
std::vector<Author> nyt_authors(const JsonValue& byline);

/// The keywords as tags; those that are places as places and countries.
void take_nyt_keywords(const JsonValue& keywords, SourceArticle& article);

/// The largest picture of `multimedia`: an array of renditions until 2025, an object since.
Image nyt_image(const JsonValue& multimedia);

}  // namespace news

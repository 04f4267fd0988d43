#pragma once

#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/mapped_article.h"

namespace news {

/// Tells `intake` the article that a JSON object describes, or why it is none. It is read strictly
/// as the native format; where the user maps fields, or common other names in it hold what it has
/// not under ours, it is read as a record of another format.
void take_json_article(std::string_view json, const ArticleMapper& mapper, const Place& place,
                       Intake& intake);

}  // namespace news

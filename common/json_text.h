#pragma once

#include <string_view>

namespace news {

/// Sees that a JSON text can be handed to a parser. Throws BadArticle for text that is not UTF-8
/// and for brackets nested deeper than 100 levels, for each of which a parser would use memory.
void require_parsable_json(std::string_view text);

}  // namespace news

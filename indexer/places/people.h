#pragma once

#include <string_view>
#include <vector>

#include "indexer/places/mentions.h"
#include "indexer/places/name_words.h"

namespace news {

/// Drops from the places named in a text what is rather a person (`Michael Jordan`, `Paris
/// Hilton`, `Mr Chad`, and then `Jordan said`) or a thing (`guinea pig`).
void drop_people(const std::vector<NameWord>& words, std::string_view language,
                 std::vector<Mention>& mentions);

}  // namespace news

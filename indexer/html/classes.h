#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/html/page.h"

namespace news::html {

/// Whether `word` is one of the words of a list with spaces between (`class`, `rel`, `itemprop`).
bool has_word(std::string_view list, std::string_view word);

/// The parts of what a node is called by its class and id, in lower case: `entry-content
/// RelatedLinks` has the parts `entry`, `content`, `related`, `links`.
std::vector<std::string> class_parts(const Node& node);

}  // namespace news::html

#pragma once

#include <string_view>
#include <vector>

namespace news {

/// The spellings of frequent names whose vowels no rule can tell from another name's, as folded
/// words: `omar` gives umar, itself too. Empty for most names. From any thread.
std::vector<std::string_view> known_spellings(std::string_view form);

}  // namespace news

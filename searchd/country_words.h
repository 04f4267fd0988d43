#pragma once

#include <string_view>
#include <vector>

namespace news {

/// What a country, those who live there and what comes from there are called in English, as folded
/// single words: `brazil` gives brazil and brazilian, itself too. Empty for what is no such word.
/// The table is made of WordNet and ICU while building (make_country_words). From any thread.
std::vector<std::string_view> words_of_country(std::string_view form);

}  // namespace news

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace news {

/// Countries by their adjectives in English: `Polish`.
using EnglishAdjectives = std::unordered_map<std::string, std::string>;

/// The adjectives of countries in `language` with the country's code, folded, some of them twice
/// or in a case other than the first. ICU does not list them, but they stand in its names of
/// languages (`French`), of their variants (`American English`) and of currencies (`Mexican
/// Peso`), and are known by the English names of these.
std::vector<std::pair<std::string, std::string>> country_adjectives(
    const std::string& language, const EnglishAdjectives& english);

}  // namespace news

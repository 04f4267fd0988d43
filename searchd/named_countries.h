#pragma once

#include <string>
#include <vector>

namespace news {

/// The country that each word of a query names, as its ISO 3166-1 alpha-2 code, in the order of the
/// words; empty for one that names none. Words name it alone (`Brazil`, `Brazilian`, `U.K.`) or
/// with their neighbours (`South Korea`), in each language that country_code() knows. From any
/// thread.
std::vector<std::string> named_countries(const std::vector<std::string>& words);

}  // namespace news

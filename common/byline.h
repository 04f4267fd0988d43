#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The people of a byline: "By Anna Kowalska and Tom O'Neil in Kyiv" gives two names. Knows the
/// words for by, and, in of English, German, French, Spanish and Ukrainian.
std::vector<std::string> split_byline(std::string_view byline);

}  // namespace news

#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace news {

/// The countries that an article is about, found out from its dateline, places, headline and text:
/// ISO 3166-1 alpha-2 codes, at most five, the most central first.
std::vector<std::string> countries_of_text(const Article& article);

}  // namespace news

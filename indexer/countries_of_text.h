#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace news {

/// The countries that an article is about, found out from its dateline, places, headline,
/// standfirst and the first 32 KB of its text: ISO 3166-1 alpha-2 codes, at most five, the most
/// central first. What is named once in passing is left out where other countries are named more.
/// Names are read in the article's language, or as English ones where it is not given. Does not
/// look at Article::countries. May be called from several threads.
std::vector<std::string> countries_of_text(const Article& article);

}  // namespace news

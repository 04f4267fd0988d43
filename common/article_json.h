#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace news {

/// The article that one JSON object of the native format (docs/article-format.md) describes.
/// What can be mended without loss of the article (a url that is not http, a country nobody
/// knows) is left out and said in `warnings`. Throws BadArticle for what cannot: not JSON, not
/// UTF-8, a field of another type, neither id nor url, neither title nor body, an impossible date.
/// Text is normalised: NFC, no control characters, trimmed.
Article parse_article(std::string_view json, std::vector<std::string>& warnings);

/// One line of JSON without the line end, fields in the order of the format, empty ones left out.
/// parse_article gives the same article back. This is what an index stores and `export` prints.
std::string print_article(const Article& article);

}  // namespace news

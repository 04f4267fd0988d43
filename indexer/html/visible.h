#pragma once

#include <string>

#include "indexer/html/page.h"
#include "indexer/source_article.h"

namespace news::html {

/// The page's own name for itself: `rel=canonical`. Empty if it has none that
/// could be a web address. As it stands.
std::string canonical_link(const Page& page);
/// Where relative addresses begin: `<base href>`. Empty if it has none. As it stands.
std::string base_link(const Page& page);
/// The text of `<title>`.
std::string document_title(const Page& page);
/// `title` without the site's name before or behind it, where `site` or the host of `url` say that
/// this is what stands there.
std::string without_site_name(const std::string& title, const std::string& site,
                              const std::string& url);
/// Headlines as a reader sees them: the texts of `<h1>`.
std::vector<std::string> main_headings(const Page& page);

/// What a reader sees beside the text: the dates in `<time>`, the byline (`rel=author`, elements
/// called author or byline) and the language of the page.
SourceArticle visible_article(const Page& page);

}  // namespace news::html

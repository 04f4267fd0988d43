#pragma once

#include <string>
#include <string_view>

#include "indexer/source_article.h"

namespace news::html {

/// What is known of a page from outside it. Anything may be empty.
struct PageOrigin {
  std::string url;      ///< Where it was fetched.
  std::string date;     ///< When; the date of publication where the page names none.
  std::string charset;  ///< As the HTTP header said.
  std::string name;     ///< Of its file; the id of a page that names no address.
};

/// The article on a page, `bytes` in whatever charset. For each field the first that has it of
/// JSON-LD, microdata, meta tags and what a reader sees. Throws BadArticle where there is none.
SourceArticle article_of_page(std::string_view bytes, const PageOrigin& origin);

}  // namespace news::html

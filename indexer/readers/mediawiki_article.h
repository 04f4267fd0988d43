#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/source_article.h"

namespace news {

/// What an export says of a page.
struct WikiPage {
  std::string title;
  std::string number_of_namespace;
  std::string id;
  std::string timestamp;  ///< Of the last revision.
  std::string text;       ///< Its markup.
  bool is_redirect = false;
  bool has_revision = false;
};

/// The wiki that the pages are of.
struct WikiSite {
  std::string name;
  std::string base;      ///< Of addresses, with its slash: `https://en.example/wiki/`.
  std::string language;  ///< BCP 47; empty if nobody says.
};

/// The site by its siteinfo: `base` is the address of its main page.
WikiSite wiki_site(const std::string& name, const std::string& main_page,
                   const std::string& language);

/// What the page is, in the plural, if it is no article: "redirects", "pages of other namespaces";
/// empty if it is one.
std::string_view wiki_page_kind(const WikiPage& page);

/// The article, or nothing for one that is still being written or reviewed.
std::optional<SourceArticle> wiki_article(const WikiPage& page, const WikiSite& site);

}  // namespace news

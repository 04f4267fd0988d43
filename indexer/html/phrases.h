#pragma once

#include <string_view>

namespace news::html {

/// Whether a short piece of text is one of those that news sites put between paragraphs: "Read
/// more: ...", "Sign up for our newsletter", "Advertisement", in the larger languages of news.
bool is_stock_phrase(std::string_view text);

/// Whether a heading begins what stands behind an article: "More stories", "You may also like".
bool heads_other_articles(std::string_view text);

}  // namespace news::html

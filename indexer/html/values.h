#pragma once

#include <string>
#include <string_view>

#include "indexer/source_article.h"

namespace news::html {

/// One line of text: entities decoded and markup taken out, which structured data often holds.
std::string decoded(std::string_view value);
/// The same of several paragraphs, with a blank line between.
std::string paragraphs(std::string_view value);

/// Whether a schema.org type is an article: NewsArticle and what is below it, BlogPosting, Report.
bool is_article_type(std::string_view type);

/// Whether two addresses name one page, seen without scheme, `www.`, query and end slash.
bool is_same_page(std::string_view one, std::string_view other);

/// Adds an author. What is no name of one (an address, an account, more than a byline's length) is
/// left out, and so is a name that is there.
void add_author(Author&& author, SourceArticle& article);

/// Adds the tags of a list with commas or semicolons between; what is there is not added again.
void add_tags(std::string_view list, SourceArticle& article);

/// Whether `text` is a date that can be read without knowing its language.
bool is_date(std::string_view text);

/// Gives `article` what it lacks and `from` has. A date that nobody can read counts as lacking.
void fill_in(const SourceArticle& from, SourceArticle& article);

/// `address` as seen from the page at `base`; empty if that is no web address.
std::string absolute_url(std::string_view address, std::string_view base);

}  // namespace news::html

#pragma once

#include <string_view>

namespace news {

/// Words of MediaWiki markup in the languages of the larger Wikinews. All take lower case.

/// `category`, `kategorie`, ...: the namespace of categories.
bool is_category_word(std::string_view name);
/// `file`, `image`, `datei`, ...: the namespace of pictures.
bool is_file_word(std::string_view name);
/// A heading after which no more of the article follows: sources, related news, see also.
bool is_end_heading(std::string_view heading);
/// A template whose last argument is text of the article: `{{w|Foo|bar}}`, `{{quote|...}}`.
bool is_text_template(std::string_view name);
/// A template that says when the article was published.
bool is_date_template(std::string_view name);
/// A template that names who wrote the article.
bool is_byline_template(std::string_view name);
/// A template of an article that is being written or reviewed, or was given up.
bool is_draft_template(std::string_view name);

}  // namespace news

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/json_value.h"

namespace news {

/// The text in a value of whatever shape: a string, a number, the name (or whatever else says it)
/// of an object, the first of an array that has any.
std::string text_in(const JsonValue& value);

/// All the texts in a value: of each element of an array, or those of a string that is a list.
std::vector<std::string> texts_in(const JsonValue& value);

/// The elements of a list written as text, `["a", "b"]` or `['a', 'b']`; empty if it is none.
std::vector<std::string> listed(std::string_view text);

/// The parts of a text between `;`, or else `|`, or else `,`: whichever is in it.
std::vector<std::string> separated(std::string_view text);

/// The people in an array of names or objects, or in a list of them. A plain text has none: it is
/// a byline.
std::vector<Author> authors_in(const JsonValue& value);

/// The picture that an address, an object or the first element of an array names.
Image image_in(const JsonValue& value);

/// Whether there are tags in it.
bool looks_like_html(std::string_view text);

/// A headline or a summary out of HTML: its text on one line, if there are tags or entities in it.
std::string plain_line(const std::string& text);

/// The BCP 47 code for a language's English name ("english"); else `text` as it is.
std::string language_code(const std::string& text);

}  // namespace news

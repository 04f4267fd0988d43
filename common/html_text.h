#pragma once

#include <string>
#include <string_view>

namespace news {

/// The text of a piece of HTML: a blank line between blocks, entities decoded, scripts, styles and
/// tags gone. Whatever is in it, it is parsed without network and entities of its own.
std::string html_text(std::string_view html);

/// Whether text in an HTML element of this name, in lower case, is always a paragraph of its own.
/// Cells of tables, `br` and what is around all of a page are left to the caller.
bool is_paragraph_element(std::string_view name);

}  // namespace news

#pragma once

#include <string>
#include <string_view>

namespace news::html {

/// A page in UTF-8: by its byte order mark, else by what its bytes are (UTF-8 where they can be),
/// else by the charset of the HTTP header or of its `meta` or XML declaration, unless the text
/// would then be garbled, else by what they look like.
std::string decode_page(std::string_view bytes, const std::string& header_charset);

/// What the page declares in its first kilobytes; empty if nothing.
std::string declared_charset(std::string_view bytes);

}  // namespace news::html

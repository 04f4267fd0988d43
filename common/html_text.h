#pragma once

#include <string>
#include <string_view>

namespace news {

/// The text of a piece of HTML: a blank line between blocks, entities decoded, scripts, styles and
/// tags gone. Whatever is in it, it is parsed without network and entities of its own.
std::string html_text(std::string_view html);

}  // namespace news

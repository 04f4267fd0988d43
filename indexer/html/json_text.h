#pragma once

#include <string>
#include <string_view>

namespace news::html {

/// The JSON in the text of a script, as sites write it, made what a parser takes: without the HTML
/// comments and CDATA marks around it and the semicolon behind it, control characters in strings
/// and wrong escapes made spaces, commas before a closing bracket left out. Valid JSON stays as
/// it is.
std::string mended_json(std::string_view script);

}  // namespace news::html

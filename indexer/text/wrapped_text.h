#pragma once

#include <string>
#include <string_view>

namespace news {

/// Text whose lines were cut at a fixed width, as wires and mail carry it, as paragraphs with a
/// blank line between them. A paragraph ends at an empty line and before a line that is indented
/// by four spaces or more; a slightly indented line, and one after a line too short to have been
/// cut, stays a line of its own within its paragraph (tables, lists).
std::string unwrap_text(std::string_view text);

}  // namespace news

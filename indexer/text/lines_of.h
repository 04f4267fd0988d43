#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The lines of `text`, without their ends (LF or CR LF). They are views of it.
std::vector<std::string_view> lines_of(std::string_view text);

/// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);

/// With the letters A to Z in lower case; other letters stay.
std::string lower_ascii(std::string_view text);

/// Whether it begins so, whatever the case of ASCII letters. `start` is in lower case.
bool starts_with_ignoring_case(std::string_view text, std::string_view start);

}  // namespace news

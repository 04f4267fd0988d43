#pragma once

#include <string>
#include <string_view>

namespace news {

/// Whether it is an absolute http or https URL without white space: one that may be a link.
bool is_web_url(std::string_view url);

/// The same page under one name: scheme and host in lower case, no fragment, no default port, a
/// path of at least `/`. `url` is a web URL.
std::string canonical_url(std::string_view url);

}  // namespace news

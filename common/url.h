#pragma once

#include <string>
#include <string_view>

namespace news {

/// Whether it is an absolute http or https URL without white space: one that may be a link.
bool is_web_url(std::string_view url);

/// The same page under one name: scheme and host in lower case, no default port, no fragment (but
/// `#!`, by which a page is told from another), a path of at least `/`, and of the parameters only
/// those that do not track readers (utm_source, fbclid, ...), in their order. Parameters that may
/// name the page (`id`, `p`, `ref`) stay. canonical_url(canonical_url(x)) is canonical_url(x).
/// `url` is a web URL.
std::string canonical_url(std::string_view url);

/// `reference` as an absolute address, as seen from `base` (RFC 3986), with spaces and letters
/// beyond ASCII as `%XX`; as it stands, on one line, where it is a web URL already, where there is
/// no base and where the two do not fit together.
std::string resolve_url(std::string_view reference, std::string_view base);

}  // namespace news

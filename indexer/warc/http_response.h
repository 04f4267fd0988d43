#pragma once

#include <optional>
#include <string_view>

#include "indexer/warc/header_fields.h"

namespace news::warc {

/// An HTTP response as it went over the wire.
struct HttpResponse {
  int status = 0;
  HeaderFields fields;
  std::string_view body;  ///< Still chunked and coded; part of what was parsed.
};

/// Nothing if `message` does not begin as an HTTP response.
std::optional<HttpResponse> parse_response(std::string_view message);

/// `text/html` of `Text/HTML; charset=utf-8`.
std::string media_type(std::string_view content_type);
/// `utf-8` of it; empty if it names none.
std::string charset_of(std::string_view content_type);

}  // namespace news::warc

#pragma once

#include <string>
#include <string_view>

#include "searchd/search_request.h"

namespace news {

/// What a request asks for: the path and the parameters of its first line, decoded.
struct Target {
  std::string path;
  std::string raw_path;   ///< Before decoding: tells a slash of the path from one inside an id.
  Parameters parameters;  ///< In the order in which they came.
};

/// Parses `/path?name=value&...`, as it came over the wire; of an absolute URL the host is dropped.
/// The result may hold any bytes. Throws BadRequest for a bad percent escape, quoting it.
Target parse_target(std::string_view raw);

/// Parses a query string without its `?`; `+` is a space, empty parts are left out.
Parameters parse_parameters(std::string_view raw);

}  // namespace news

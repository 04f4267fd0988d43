#pragma once

#include <string>

namespace news {

/// What a client is told when there is no answer (RFC 9457).
struct Problem {
  int status = 500;
  std::string title;      ///< Of this status, such as `Bad Request`.
  std::string detail;     ///< What was wrong here and what was expected.
  std::string parameter;  ///< The one that is wrong; may be empty.
};

}  // namespace news

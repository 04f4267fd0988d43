#pragma once

#include <chrono>
#include <string>

#include "common/date.h"

namespace news {

/// The moment a day from now as RFC 3339, for what must not be seen today.
inline std::string tomorrow() {
  const auto later = std::chrono::system_clock::now() + std::chrono::hours(24);
  return to_rfc3339(std::chrono::system_clock::to_time_t(later), TimeZone());
}

}  // namespace news

#pragma once

#include <chrono>
#include <functional>
#include <thread>

namespace news {

/// Whether something becomes true in that time, looked at again and again: for what follows by and
/// by.
inline bool soon(const std::function<bool()>& holds,
                 std::chrono::seconds within = std::chrono::seconds(10)) {
  const auto end = std::chrono::steady_clock::now() + within;
  do {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  } while (std::chrono::steady_clock::now() < end);
  return false;
}

}  // namespace news

#pragma once

#include <algorithm>
#include <thread>

namespace news {

/// In how many threads a base is built: one for each processor, up to 16.
inline unsigned count_threads() { return std::clamp(std::thread::hardware_concurrency(), 1u, 16u); }

}  // namespace news

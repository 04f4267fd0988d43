#pragma once

namespace news {

/// From now on SIGINT and SIGTERM only set a flag, so that the work can end in order.
void catch_stop_signals();

/// Whether one of them has come.
bool stop_requested();

}  // namespace news

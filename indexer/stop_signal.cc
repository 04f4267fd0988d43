#include "indexer/stop_signal.h"

#include <csignal>

namespace news {

namespace {
volatile std::sig_atomic_t requested = 0;
}  // namespace

void catch_stop_signals() {
  struct sigaction action = {};
  action.sa_handler = [](int) { requested = 1; };
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool stop_requested() { return requested != 0; }

}  // namespace news

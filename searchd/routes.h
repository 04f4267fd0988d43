#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "searchd/site.h"

namespace news {

/// A site over HTTP/1.1: GET and HEAD only, no bodies, no ranges, and bounds on the size and the
/// time of every request. Each connection holds a thread.
class HttpServer {
 public:
  /// Answers `threads` connections at a time. `site` must outlive this.
  HttpServer(const Site& site, std::size_t threads);
  ~HttpServer();

  /// Listens on `host`; port 0 means any that is free. Returns the port. Throws Error.
  int listen(const std::string& host, int port);

  /// Accepts connections until stop(), then answers the requests in hand and returns.
  /// Throws Error if the connections end by themselves.
  void run();

  /// Makes run() return; may be called from another thread, also just before run() begins.
  void stop();

 private:
  struct Private;
  std::unique_ptr<Private> private_;
};

}  // namespace news

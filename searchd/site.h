#pragma once

#include <string>
#include <string_view>

#include "searchd/searcher.h"
#include "searchd/views/html.h"

namespace news {

/// What goes back to a client.
struct Answer {
  int status = 200;
  std::string type;
  std::string body;
  bool lasting = false;  ///< Whether it may be kept for a year: its URL changes when it does.
};

/// What is found under each path, as API.md lists them. Knows nothing of sockets.
/// May be used by several threads.
class Site {
 public:
  /// `searcher` must outlive this. Throws Error if a template is broken.
  Site(const Searcher& searcher, const std::string& name) : searcher_(searcher), pages_(name) {}

  /// Answers a GET of `target`, as it stands in the first line of the request. Whatever is wrong
  /// becomes an answer too; never throws.
  Answer get(std::string_view target) const;

  /// The answer to a request that is refused for what it is: as a page or, below /api, as JSON.
  /// `detail` says what was expected.
  Answer refuse(int status, std::string_view target, const std::string& detail) const;

  const Searcher& searcher() const { return searcher_; }
  const HtmlView& pages() const { return pages_; }

 private:
  const Searcher& searcher_;
  HtmlView pages_;
};

}  // namespace news

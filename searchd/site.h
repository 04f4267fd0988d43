#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searchd/result_cache.h"
#include "searchd/searcher.h"
#include "searchd/views/html.h"

namespace news {

/// What goes back to a client.
struct Answer {
  int status = 200;
  std::string type;
  std::string body;
  bool lasting = false;  ///< Whether it may be kept for a year: its URL changes when it does.
  bool gzip = false;     ///< Whether the body is compressed.
};

/// What is found under each path, as API.md lists them. Knows nothing of sockets.
/// May be used by several threads.
class Site {
 public:
  /// `searcher` must outlive this. Throws Error if a template is broken.
  /// Keeps answers to searches in at most so many bytes.
  Site(const Searcher& searcher, const std::string& name, std::size_t cache_bytes)
      : searcher_(searcher), pages_(name), cache_(cache_bytes) {}

  /// Answers a GET of `target`, as it stands in the first line of the request. Whatever is wrong
  /// becomes an answer too; never throws. `gzip` says whether the body may be compressed.
  Answer get(std::string_view target, bool gzip) const;

  /// The answer to a request that is refused for what it is: as a page or, below /api, as JSON.
  /// `detail` says what was expected.
  Answer refuse(int status, std::string_view target, const std::string& detail) const;

  const Searcher& searcher() const { return searcher_; }
  const HtmlView& pages() const { return pages_; }
  ResultCache& cache() const { return cache_; }

 private:
  const Searcher& searcher_;
  HtmlView pages_;
  mutable ResultCache cache_;
};

}  // namespace news

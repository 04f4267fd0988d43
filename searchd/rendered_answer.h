#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searchd/gzip.h"

namespace news {

/// The answer to a search as it goes out, but for the time that it took: so one that is kept can
/// say its own. Never changes, so any number of threads may read it.
class RenderedAnswer {
 public:
  /// `text` is JSON of views/json, or a page, which says no time. Compressed, if `gzip`.
  RenderedAnswer(std::string_view text, bool gzip);

  std::string body(double took_ms) const;
  std::size_t bytes() const { return before_.bytes.size() + after_.bytes.size(); }

 private:
  bool gzip_;
  bool timed_;
  GzipPiece before_, after_;  // the time; plain text, unless gzip_
};

}  // namespace news

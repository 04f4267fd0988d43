#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/index_folder.h"
#include "searchd/search_request.h"
#include "searchd/search_result.h"
#include "searchd/synonyms.h"

namespace news {

/// Answers requests on the live index, and follows its commits and generation switches by itself.
/// Each answer comes from one revision as a whole. May be used by several threads.
class Searcher {
 public:
  static constexpr std::size_t default_searches = 8;

  /// Opens the live generation; at most `searches` requests are answered at a time, others wait.
  /// Throws Error if there is none or it cannot be served.
  explicit Searcher(IndexFolder index, std::size_t searches = default_searches,
                    Synonyms synonyms = {});
  ~Searcher();

  /// Throws BadRequest for what only the index can tell is wrong, such as a stale cursor.
  SearchResult search(const SearchRequest& request) const;

  /// The article with that id, its matches of `q` marked; nothing if there is none, or none yet
  /// (embargo).
  std::optional<ArticleResult> article(std::string_view id, std::string_view q) const;

  ArchiveSummary summary() const;

  /// Whether the newest revision could be opened when last looked at; if not, `why` says it.
  /// Answers go on from the last one that could.
  bool ready(std::string& why) const;

 private:
  struct Private;
  std::unique_ptr<Private> private_;
};

}  // namespace news

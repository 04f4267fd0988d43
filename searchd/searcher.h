#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/index_folder.h"
#include "searchd/completions.h"
#include "searchd/recency.h"
#include "searchd/search_request.h"
#include "searchd/search_result.h"
#include "searchd/synonyms.h"

namespace news {

/// How a Searcher works.
struct SearcherSettings {
  /// Requests answered at a time; others wait. One that has a helper counts as two.
  std::size_t searches = 8;
  Synonyms synonyms = {};  ///< Spellings of names that the newsroom takes for one.
  /// Days in which what newness adds by relevance halves; 0: age does not count. Nor does it where
  /// a request or its query names a date.
  double recency_half_life = Recency::default_half_life;
  std::function<Instant()> clock = system_now;  ///< What `date:last-week` and newness are as of.
};

/// Answers requests on the live index, and follows its commits and generation switches by itself.
/// Each answer comes from one revision as a whole. May be used by several threads.
class Searcher {
 public:
  /// Opens the live generation. Throws Error if there is none or it cannot be served.
  explicit Searcher(const IndexFolder& index, const SearcherSettings& settings = {});
  ~Searcher();

  /// Throws BadRequest for what only the index can tell is wrong, such as a stale cursor.
  SearchResult search(const SearchRequest& request) const;

  /// The article with that id, its matches of `q` marked, with at most `related` related ones;
  /// nothing if there is none, or none yet (embargo).
  std::optional<ArticleResult> article(std::string_view id, std::string_view q,
                                       std::size_t related = 0) const;

  /// How a query may go on that begins so; see Completions.
  std::vector<Completion> complete(std::string_view typed) const;

  ArchiveSummary summary() const;

  /// What an answer depends on besides the request, as text: changes with each snapshot, each
  /// vocabulary and at each midnight. An answer that is begun afterwards is not older; one that
  /// is not `momentary` is that of every search with the same state.
  std::string state() const;

  /// Whether the newest revision could be opened when last looked at; if not, `why` says it.
  /// Answers go on from the last one that could.
  bool ready(std::string& why) const;

 private:
  struct Private;
  std::unique_ptr<Private> private_;
};

}  // namespace news

#pragma once

#include <memory>
#include <string>

#include "searchd/problem.h"
#include "searchd/search_request.h"
#include "searchd/search_result.h"

namespace news {

class Templates;

/// The pages a reader sees, whole HTML documents that work without JavaScript.
/// May be used by several threads.
class HtmlView {
 public:
  /// `site_name` is what stands on top of every page. Throws Error if a template is broken.
  explicit HtmlView(std::string site_name);
  ~HtmlView();

  /// `newest` is the answer to a request for everything.
  std::string home(const ArchiveSummary& summary, const SearchResult& newest) const;
  std::string search(const SearchRequest& request, const SearchResult& result) const;
  /// `request` is the search that led to the article.
  std::string article(const ArticleResult& result, const SearchRequest& request) const;
  std::string error(const Problem& problem) const;

 private:
  std::string site_name_;
  std::unique_ptr<Templates> templates_;
};

}  // namespace news

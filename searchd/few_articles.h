#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/word_order.h"
#include "searchd/found_article.h"
#include "searchd/hands.h"

namespace news {

/// Where words stand in a few articles, which the hands share. That is read from the order of the
/// words of each alone: postings would tell for sure which of them have a word, and each look at
/// these is a wait for memory. For one thread. All throw what Xapian throws.
class FewArticles {
 public:
  /// Reads the order of the words of the first `count` articles. The hands must outlive it.
  FewArticles(const Hands& hands, const std::vector<FoundArticle>& articles, std::size_t count);

  using Places = std::vector<WordOrder::Place>;
  /// Of each article, in the order in which they were given: where the terms, which are different,
  /// stand, ascending. A term that an article does not have seems to stand where a word of it does
  /// in one of some 250 articles, as there are 65,536 codes for the words of most.
  std::vector<Places> look(const std::vector<std::string>& terms);

 private:
  const Hands& hands_;
  std::vector<std::string> packed_;  // where the words of each stand
  std::vector<WordOrder> orders_;
  std::vector<WordOrder::Finder> finders_;  // by hand
};

}  // namespace news

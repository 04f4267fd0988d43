#pragma once

#include <cstddef>
#include <functional>
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

  std::size_t count() const { return orders_.size(); }

  using Places = std::vector<WordOrder::Place>;
  using Take = std::function<void(std::size_t article, const Places& places, const Hand& hand)>;
  /// Calls `take`, by any hand, with each article, by its place among those that were given, and
  /// where the terms, which are different, stand in it, ascending. A term that an article does not
  /// have seems to stand where a word of it does in one of some 250 articles, as there are 65,536
  /// codes for the words of most.
  void look(const std::vector<std::string>& terms, const Take& take);

 private:
  const Hands& hands_;
  std::vector<std::string> packed_;  // where the words of each stand
  std::vector<WordOrder> orders_;
  std::vector<WordOrder::Finder> finders_;  // by hand
};

}  // namespace news

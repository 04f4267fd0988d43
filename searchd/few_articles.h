#pragma once

#include <cstddef>
#include <functional>
#include <optional>
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
  /// Of the first `count` articles. The hands must outlive it.
  FewArticles(const Hands& hands, const std::vector<FoundArticle>& articles, std::size_t count);

  std::size_t count() const { return articles_.size(); }

  using Places = std::vector<WordOrder::Place>;
  using Take = std::function<void(std::size_t article, const Places& places, const Hand& hand)>;
  /// Calls `take`, by any hand, with each article, by its place among those that were given, and
  /// where the terms, which are different, stand in it, ascending. A term that an article does not
  /// have seems to stand where a word of it does in one of some 250 articles, as there are 65,536
  /// codes for the words of most.
  void look(const std::vector<std::string>& terms, const Take& take);

 private:
  /// Where the words of one stand; read when they are first looked for.
  struct Article {
    Xapian::docid id;
    std::string packed;
    std::optional<WordOrder> order;
  };

  const Hands& hands_;
  std::vector<Article> articles_;
  std::vector<WordOrder::Finder> finders_;  // by hand
};

}  // namespace news

#include "searchd/few_articles.h"

namespace news {

FewArticles::FewArticles(const Hands& hands, const std::vector<FoundArticle>& articles,
                         std::size_t count)
    : hands_(hands), packed_(count), finders_(hands.count()) {
  hands.share(count, [&](std::size_t article, const Hand& hand) {
    packed_[article] = hand.database.order(articles[article].id);
  });
  orders_.reserve(count);
  for (const std::string& packed : packed_) orders_.emplace_back(packed);
}

void FewArticles::look(const std::vector<std::string>& terms, const Take& take) {
  const std::vector<OrderedTerm> ordered(terms.begin(), terms.end());
  hands_.share(orders_.size(), [&](std::size_t article, const Hand& hand) {
    take(article, finders_[hand.number].find(orders_[article], ordered), hand);
  });
}

}  // namespace news

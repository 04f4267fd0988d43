#include "searchd/few_articles.h"

namespace news {

FewArticles::FewArticles(const Hands& hands, const std::vector<FoundArticle>& articles,
                         std::size_t count)
    : hands_(hands), finders_(hands.count()) {
  articles_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) articles_.push_back({articles[i].id, {}, {}});
}

void FewArticles::look(const std::vector<std::string>& terms, const Take& take) {
  const std::vector<OrderedTerm> ordered(terms.begin(), terms.end());
  hands_.share(articles_.size(), [&](std::size_t place, const Hand& hand) {
    Article& article = articles_[place];
    if (!article.order) {
      article.packed = hand.database.order(article.id);
      article.order.emplace(article.packed);
    }
    take(place, finders_[hand.number].find(*article.order, ordered), hand);
  });
}

}  // namespace news

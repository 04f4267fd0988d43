#include "searchd/few_articles.h"

#include <algorithm>

namespace news {

FewArticles::FewArticles(const ArticleDatabase& database, const std::vector<FoundArticle>& articles,
                         std::size_t count)
    : database_(database), packed_(count) {
  by_number_.reserve(count);
  orders_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) by_number_.emplace_back(articles[i].id, i);
  std::sort(by_number_.begin(), by_number_.end());
  for (const auto& [number, i] : by_number_) packed_[i] = database.order(number);
  for (const std::string& packed : packed_) orders_.emplace_back(packed);
}

/// `articles` are those that seem to have it.
void FewArticles::weigh(const Term& term, const ByNumber& articles, std::size_t place,
                        std::vector<Terms>& all) const {
  if (articles.empty()) return;
  const bool is_known = term.in_base && articles.front().first <= database_.last_of_base();
  std::size_t part = 0;
  TermCursor posting = is_known ? TermCursor(database_.files().postings->list(*term.in_base))
                                : database_.postings(part, term.text);
  for (const auto& [number, i] : articles) {
    if (number > database_.last_of_base() && part + 1 < database_.parts().size()) {
      posting = database_.postings(++part, term.text);
    }
    posting.skip_to(number);
    if (posting.id() == number) all[i].wdf[place] = posting.wdf();
  }
}

std::vector<FewArticles::Terms> FewArticles::look(const std::vector<Term>& terms) {
  std::vector<OrderedTerm> ordered;
  ordered.reserve(terms.size());
  for (const Term& term : terms) ordered.emplace_back(term.text);
  std::vector<Terms> all(packed_.size());
  std::vector<ByNumber> likely(terms.size());  // articles
  for (const auto& article : by_number_) {
    Terms& here = all[article.second];
    here.wdf.resize(terms.size());
    here.places = finder_.find(orders_[article.second], ordered);
    for (const WordOrder::Place& place : here.places) {
      ByNumber& with_term = likely[place.term];
      if (with_term.empty() || with_term.back() != article) with_term.push_back(article);
    }
  }
  for (std::size_t i = 0; i < terms.size(); ++i) weigh(terms[i], likely[i], i, all);
  for (Terms& here : all) {
    std::erase_if(here.places,
                  [&](const WordOrder::Place& place) { return here.wdf[place.term] == 0; });
  }
  return all;
}

}  // namespace news

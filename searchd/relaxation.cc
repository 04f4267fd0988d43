#include "searchd/relaxation.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "searchd/each_match.h"
#include "searchd/postings.h"

namespace news {

namespace {

using Xapian::Query;

// A query of three words or more is relaxed if fewer articles than these, for each word beyond the
// first, have all of its words: two pages for each, since what has most of the words is often as
// good as what has all of them. One of two words only if nothing has both, since one of two is not
// most of them. Tuned on judged queries (docs/relevance.md). A word that no more articles have than
// these is enough alone: a name that was written in two articles says more than all other words.
// But not where that is more than one article in `many`.
constexpr std::size_t enough_for_each_word = 20;
constexpr std::size_t many = 500;

// Of so few words, half is the least that may be called most, unless that finds nothing. Of a long
// question the words that matter are often fewer.
constexpr std::size_t few_words = 4;

// If so few articles have enough of the words, only these are ranked, not all that have any.
constexpr std::size_t few_to_sort = 50'000;

/// Those that a query matches.
PostingPacker postings_of(const ArticleDatabase& database, const Query& query) {
  PostingPacker found;
  each_match(database.both(), query, [&](Xapian::docid id) { found.add(id, 1); });
  return found;
}

}  // namespace

Relaxation::Relaxation(const BuiltQuery& query) : query_(query), needed_(query.needed) {
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const QueryWord& word = query.words[i];
    if (word.needed) {
      needed_ = needed_.empty() ? word.query : Query(Query::OP_AND, needed_, word.query);
    } else if (word.pieces.empty()) {
      optional_.push_back({word.query, i});
    } else {
      for (const Query& piece : word.pieces) optional_.push_back({piece, i});
    }
  }
  optional_.resize(std::min(optional_.size(), Coverage::max_words));
}

std::unique_ptr<Relaxation> Relaxation::of(const BuiltQuery& query, std::size_t matches,
                                           const ArticleDatabase& database, const Columns& columns,
                                           const TermSearch* terms) {
  const std::size_t words = query.words.size();
  const std::size_t enough = words <= 2 ? 1 : enough_for_each_word * (words - 1);
  if (matches >= enough) return nullptr;
  std::unique_ptr<Relaxation> relaxation(new Relaxation(query));
  const std::vector<Optional>& optional = relaxation->optional_;
  if (optional.size() < 2) return nullptr;
  std::vector<Coverage::Lists> lists;
  lists.reserve(optional.size());
  std::deque<Postings> read;  // of what `terms` does not have
  const auto list_of = [&](const Query& asked) -> const PostingList* {
    return asked.empty() ? nullptr : &read.emplace_back(postings_of(database, asked)).list();
  };
  for (const Optional& one : optional) {
    lists.push_back(terms != nullptr ? terms->lists_of(one.word)
                                     : Coverage::Lists{*list_of(one.query)});
  }
  const std::size_t few =
      std::min<std::size_t>(enough_for_each_word, database.both().get_doccount() / many);
  relaxation->coverage_.emplace(Coverage::Query{.words = lists,
                                                .needed = list_of(relaxation->needed_),
                                                .excluded = list_of(query.excluded),
                                                .enough = enough,
                                                .few = few},
                                columns);
  return relaxation->relax(enough, matches) ? std::move(relaxation) : nullptr;
}

/// Finds out how many of the words enough articles have. False if they are as many as have all.
bool Relaxation::relax(std::size_t enough, std::size_t matches) {
  at_least_ = coverage_->most_words_of(enough);
  if (optional_.size() <= few_words) at_least_ = std::max(at_least_, (words() + 1) / 2);
  if (coverage_->articles(at_least_) == 0) at_least_ = coverage_->most_words_of(1);
  return coverage_->size(at_least_) != matches;
}

/// The words that these bits of the coverage are of, each once though it may have several pieces.
std::vector<std::size_t> Relaxation::words_of(std::uint32_t bits) const {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < optional_.size(); ++i) {
    const bool is_told = !places.empty() && places.back() == optional_[i].word;
    if ((bits >> i & 1u) != 0 && !is_told) places.push_back(optional_[i].word);
  }
  return places;
}

std::vector<std::size_t> Relaxation::rare_words() const {
  return words_of(coverage_->rare_words(at_least_));
}

Query Relaxation::query() {
  std::vector<Query> words;
  for (const Optional& one : optional_) words.push_back(one.query);
  Query query(Query::OP_OR, words.begin(), words.end());
  if (coverage_->size(at_least_) <= few_to_sort) {
    std::vector<Xapian::docid> ids;
    each([&](Xapian::docid id) { ids.push_back(id); });
    covered_.emplace(std::move(ids));
    query = Query(Query::OP_FILTER, query, Query(&*covered_));
  }
  if (!needed_.empty()) query = Query(Query::OP_AND, query, needed_);
  return query_.excluded.empty() ? query : Query(Query::OP_AND_NOT, query, query_.excluded);
}

std::vector<std::vector<std::size_t>> Relaxation::missing(
    const std::vector<FoundArticle>& articles) const {
  std::vector<std::vector<std::size_t>> result;
  result.reserve(articles.size());
  for (const FoundArticle& article : articles) {
    result.push_back(words_of(~coverage_->words_of(article.id)));
  }
  return result;
}

}  // namespace news

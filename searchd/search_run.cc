#include "searchd/search_run.h"

#include <algorithm>
#include <array>
#include <utility>

#include "searchd/dated_stories.h"
#include "searchd/each_match.h"
#include "searchd/ranked_pass.h"
#include "searchd/ranking_weight.h"
#include "searchd/relaxation.h"
#include "searchd/reranker.h"
#include "searchd/story.h"
#include "searchd/term_pass.h"
#include "searchd/term_search.h"
#include "searchd/top_articles.h"
#include "searchd/word_source.h"

namespace news {

namespace {

// What an article of today gets for being new, times the importance of the query's rarest word:
// enough to come before older ones that have it more often, not before a landmark that has all
// words of the query in its headline.
constexpr double recency_weight = 2;

/// Where the page lies among all matches.
struct Window {
  std::size_t first;
  std::size_t size;
};

Window window_of(const SearchRequest& request, const Cursor& cursor) {
  const std::size_t first =
      request.cursor.empty() ? std::size_t{request.page - 1} * request.per_page : cursor.offset;
  return {first, request.per_page};
}

/// `size` of them from `first` on, or what there is.
std::vector<FoundArticle> slice(std::vector<FoundArticle> all, std::size_t first,
                                std::size_t size) {
  const std::size_t begin = std::min(first, all.size());
  all.resize(std::min(all.size(), begin + size));
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(begin));
  return all;
}

/// One run, with what all its passes share.
class Run {
 public:
  Run(const Snapshot& snapshot, const Hands& hands, const BuiltQuery& query,
      const SearchRequest& request, const Recency& recency)
      : snapshot_(snapshot),
        columns_(snapshot.columns()),
        totals_(snapshot.totals()),
        hands_(hands),
        database_(hands.database()),
        query_(query),
        request_(request),
        sort_(query.ranks || request.effective_sort() != Sort::Relevance ? request.effective_sort()
                                                                         : Sort::Newest),
        cursor_(parse_cursor(request.cursor, sort_)),
        window_(window_of(request, cursor_)),
        filter_(columns_, request, dates(snapshot)),
        recency_(columns_, recency, newest_weight(recency)) {}

  void run(Found& found, const std::function<void()>& counted) {
    reset_order();
    if (query_.plan) terms_ = TermSearch::open(snapshot_, database_, *query_.plan);
    found.counts = query_.query.empty() ? count_columns() : count_matches();
    const std::uint32_t matches = found.counts.matches;
    relaxed_ = Relaxation::of(query_, matches, database_, columns_, terms_ ? &*terms_ : nullptr);
    if (relaxed_) {
      found.counts = count_relaxed();
      found.relaxed = Relaxed{
          .all_words = matches, .words = relaxed_->words(), .at_least = relaxed_->at_least()};
      for (const std::size_t word : relaxed_->rare_words()) {
        found.relaxed->or_any_of.push_back(query_.words[word].text);
      }
    }
    if (counted) counted();
    found.page = order_ ? dated_page() : ranked_page(found.counts);
    if (found.page.size() > window_.size || more_by_rank(found)) {
      found.page.resize(std::min(found.page.size(), window_.size));
      found.next = next(found);
    }
    if (relaxed_) found.missing = relaxed_->missing(found.page);
  }

 private:
  DateRange dates(const Snapshot& snapshot) const {
    DateRange range = query_.dates;
    if (request_.from) {
      range.from = std::max(range.from, first_instant(*request_.from, snapshot.zone()));
    }
    if (request_.to) range.to = std::min(range.to, last_instant(*request_.to, snapshot.zone()));
    return range;
  }

  /// By date, the counting pass collects the page: one more than it shows, which tells whether
  /// there is another.
  void reset_order() {
    order_.reset();
    if (sort_ == Sort::Relevance) return;
    order_ = std::make_unique<DatedStories>(columns_, request_.collapse_stories, sort_,
                                            window_.first + window_.size + 1, cursor_.after);
  }

  Counter counter() const {
    std::array<bool, schema::facets.size()> wanted;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      wanted[i] = request_.wants_facet(schema::facets[i].name);
    }
    return {columns_, filter_, wanted, request_.wants_facet("date")};
  }

  Counts count_matches() {
    if (terms_ || ranks_at_once()) return count_and_rank();
    return count_each(
        [this](const auto& take) { each_match(database_.both(), query_.query, take); });
  }

  /// Whether both passes are one: if each match is dear.
  bool ranks_at_once() const {
    return query_.tests_order && sort_ == Sort::Relevance && !request_.collapse_stories;
  }

  /// In one pass.
  Counts count_and_rank() {
    const bool ranks = sort_ == Sort::Relevance && !request_.collapse_stories;
    const Stretch stretch = stretch_of(window_.first, window_.size);
    const std::size_t most = ranks ? stretch.first + stretch.size : 0;
    if (!terms_) {
      Counter counting = counter();
      best_ = ranked_and_each(database_, with_newness(query_.query), most, [&](Xapian::docid id) {
        counting.count(id);
        return filter_.passes(id);
      });
      return counting.take_counts();
    }
    TermPass found = run_term_pass(*terms_, hands_, pass(most));
    if (ranks) best_ = std::move(found.best);
    return std::move(found.counts);
  }

  Counts count_relaxed() {
    reset_order();
    return count_each([this](const auto& take) { relaxed_->each(take); });
  }

  /// Counts those that `each` gives to what it is called with, and puts those that pass in order.
  template <typename Each>
  Counts count_each(const Each& each) {
    Counter counting = counter();
    if (order_) counting.keep_passing();
    each([&](Xapian::docid id) { counting.count(id); });
    for (const Xapian::docid id : counting.take_passing()) order_->add(id);
    return counting.take_counts();
  }

  TermPassRequest pass(std::size_t most) {
    return {.columns = columns_,
            .filter = filter_,
            .counter = [this] { return counter(); },
            .recency = recency_,
            .most = most,
            .order = order_.get()};
  }

  /// Where there is no query.
  Counts count_columns() {
    if (filter_.empty()) {
      add_by_date();
      return totals_;
    }
    const std::optional<TermSearch> chosen = with_chosen_values();
    TermPass found =
        chosen ? run_term_pass(*chosen, hands_, pass(0)) : run_column_pass(hands_, pass(0));
    Counts counts = std::move(found.counts);
    const auto facet = filter_.only_facet();
    if (facet && request_.wants_facet(schema::facets[*facet].name)) {
      counts.by_value[*facet] = totals_.by_value[*facet];
      counts.missing[*facet] = totals_.missing[*facet];
    }
    return counts;
  }

  /// Terms of the values that are chosen in a facet.
  struct Chosen {
    std::vector<std::string> terms;
    std::size_t articles = 0;  // at most
  };

  std::vector<Chosen> chosen_values() const {
    std::vector<Chosen> all;
    for (std::size_t i = 0; i < schema::facets.size(); ++i) {
      const FacetFilter& filter = request_.filters[i];
      Chosen chosen;
      for (const std::string& value : filter.any) {
        chosen.terms.push_back(schema::facet_term(schema::facets[i], value));
      }
      if (filter.missing) chosen.terms.push_back(schema::none_term(schema::facets[i]));
      for (const std::string& term : chosen.terms) chosen.articles += database_.frequency(term);
      if (!chosen.terms.empty()) all.push_back(std::move(chosen));
    }
    return all;
  }

  /// The only articles that count where values are chosen in one facet and nothing else is asked
  /// for, or in several: one that lacks what is chosen in a facet still counts there, so all have
  /// what is chosen in one of any two. Nothing where others count too.
  std::optional<TermSearch> with_chosen_values() const {
    std::vector<Chosen> chosen = chosen_values();
    if (chosen.size() < 2 && !filter_.only_facet()) return std::nullopt;
    std::sort(chosen.begin(), chosen.end(),
              [](const Chosen& a, const Chosen& b) { return a.articles < b.articles; });
    chosen.resize(std::min<std::size_t>(chosen.size(), 2));
    WordTerms::Synonyms any;
    for (const Chosen& one : chosen) {
      any.terms.insert(any.terms.end(), one.terms.begin(), one.terms.end());
    }
    const TermPlan plan{.words = {{.groups = {std::move(any)}}}};
    return TermSearch::open(snapshot_, database_, plan);
  }

  /// All articles, until the page is full.
  void add_by_date() {
    if (!order_) return;
    columns_.each_by_date(sort_ == Sort::Newest, [&](Xapian::docid id) {
      if (columns_.visible(id)) order_->add(id);
      return !order_->is_full();
    });
  }

  /// The most that newness adds; 0 where there is no query, or age does not count.
  double newest_weight(const Recency& recency) const {
    double rarest = 0;
    for (const QueryWord& word : query_.words) {
      if (recency.half_life <= 0 || sort_ != Sort::Relevance) break;
      if (!word.frequency) continue;
      const double articles = database_.both().get_doccount();
      rarest = std::max(rarest, RankingWeight::importance(articles, *word.frequency));
    }
    return recency_weight * rarest;
  }

  Xapian::Query ranked_query() { return with_newness(relaxed_ ? relaxed_->query() : query_.query); }

  Xapian::Query with_newness(const Xapian::Query& query) {
    using Xapian::Query;
    if (recency_.get_maxweight() <= 0) return query;
    return {Query::OP_AND_MAYBE, query, Query(&recency_)};
  }

  std::vector<FoundArticle> ranked_page(const Counts& counts) {
    return request_.collapse_stories ? ranked_stories(counts) : ranked(window_.first, window_.size);
  }

  /// The page, with the best article of each story: the ranking is asked for
  /// twice as much each time, until enough stories are in it or all are.
  std::vector<FoundArticle> ranked_stories(const Counts& counts) {
    if (window_.first >= counts.stories) return {};
    const std::size_t end = window_.first + window_.size;
    const std::size_t copies = counts.total - counts.stories;
    for (std::size_t size = end + std::min(copies, end);; size *= 2) {
      std::vector<FoundArticle> page = ranked(0, size);
      const bool all = page.size() < size;
      collapse_stories(columns_, page);
      if (!all && page.size() < end) continue;
      return slice(std::move(page), window_.first, window_.size);
    }
  }

  /// What is ranked for a page.
  struct Stretch {
    std::size_t first;
    std::size_t size;
  };

  /// A page among those that are put in order anew needs all of these.
  static Stretch stretch_of(std::size_t from, std::size_t size) {
    if (from >= Reranker::depth) return {from, size};
    return {0, std::max(from + size, Reranker::depth)};
  }

  std::vector<FoundArticle> ranked(std::size_t from, std::size_t size) {
    const Stretch stretch = stretch_of(from, size);
    std::vector<FoundArticle> best = ranked(stretch);
    if (from < Reranker::depth) Reranker(hands_, columns_, query_.words).rerank(best);
    return slice(std::move(best), from - stretch.first, size);
  }

  /// As the first pass ranks.
  std::vector<FoundArticle> ranked(const Stretch& stretch) {
    if (relaxed_ && terms_) {
      return slice(rank_relaxed(stretch.first + stretch.size), stretch.first, stretch.size);
    }
    if (!relaxed_ && best_) return slice(*std::move(best_), stretch.first, stretch.size);
    return ranked_pass(database_, ranked_query(), {filter_, relaxed_.get()}, stretch.first,
                       stretch.size);
  }

  /// The best of those that have enough words, by the postings in memory.
  std::vector<FoundArticle> rank_relaxed(std::size_t most) {
    std::vector<Xapian::docid> ids;
    relaxed_->each([&](Xapian::docid id) {
      if (filter_.passes(id)) ids.push_back(id);
    });
    const std::vector<double> weights = terms_->weights(ids);
    TopArticles best(most);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      best.add(ids[i], weights[i] + recency_.weight(ids[i]));
    }
    return best.take();
  }

  std::vector<FoundArticle> dated_page() {
    const std::vector<DateKey> keys = order_->take();
    std::vector<FoundArticle> page;
    for (std::size_t i = window_.first; i < keys.size(); ++i) page.push_back({keys[i].id, 0});
    return page;
  }

  bool more_by_rank(const Found& found) const {
    return sort_ == Sort::Relevance && !found.page.empty() &&
           window_.first + found.page.size() <
               (request_.collapse_stories ? found.counts.stories : found.counts.total);
  }

  Cursor next(const Found& found) const {
    if (sort_ == Sort::Relevance) {
      return {.offset = window_.first + found.page.size(), .after = {}};
    }
    return {.after = date_key(columns_, found.page.back().id)};
  }

  const Snapshot& snapshot_;
  const Columns& columns_;
  const Counts& totals_;
  const Hands& hands_;
  const ArticleDatabase& database_;
  const BuiltQuery& query_;
  const SearchRequest& request_;
  Sort sort_;
  Cursor cursor_;
  Window window_;
  ColumnFilter filter_;
  RecencySource recency_;
  std::unique_ptr<DatedStories> order_;            // nullptr by relevance
  std::unique_ptr<Relaxation> relaxed_;            // nothing where the query stays as it is
  std::optional<TermSearch> terms_;                // where all postings are in memory
  std::optional<std::vector<FoundArticle>> best_;  // that the counting pass found by these
};

}  // namespace

void run_search(const Snapshot& snapshot, const Hands& hands, const BuiltQuery& query,
                const SearchRequest& request, const Recency& recency, Found& found,
                const std::function<void()>& counted) {
  Run(snapshot, hands, query, request, recency).run(found, counted);
}

}  // namespace news

#include "searchd/search_run.h"

#include <algorithm>
#include <array>

#include "searchd/dated_stories.h"
#include "searchd/story.h"

namespace news {

namespace {

// The usual values of the literature (Robertson and Zaragoza 2009, The Probabilistic Relevance
// Framework); headlines weigh more by their wdf, see indexer/document_builder.
constexpr double bm25_k1 = 1.2;
constexpr double bm25_b = 0.5;
constexpr double bm25_min_length = 0.3;

/// Counts every article that the query matches, and never lets one through to the ranking.
class CountingDecider : public Xapian::MatchDecider {
 public:
  CountingDecider(Counter& counter, DatedStories* order) : counter_(counter), order_(order) {}

  bool operator()(const Xapian::Document& document) const override {
    const Xapian::docid id = document.get_docid();
    if (counter_.count(id) && order_ != nullptr) order_->add(id);
    return false;
  }

 private:
  Counter& counter_;
  DatedStories* order_;
};

class FilterDecider : public Xapian::MatchDecider {
 public:
  explicit FilterDecider(const ColumnFilter& filter) : filter_(filter) {}
  bool operator()(const Xapian::Document& document) const override {
    return filter_.passes(document.get_docid());
  }

 private:
  const ColumnFilter& filter_;
};

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

/// One run, with what all its passes share.
class Run {
 public:
  Run(const Snapshot& snapshot, Xapian::Database& database, const BuiltQuery& query,
      const SearchRequest& request)
      : columns_(snapshot.columns()),
        totals_(snapshot.totals()),
        database_(database),
        query_(query),
        request_(request),
        sort_(query.ranks || request.effective_sort() != Sort::Relevance ? request.effective_sort()
                                                                         : Sort::Newest),
        cursor_(parse_cursor(request.cursor, sort_)),
        window_(window_of(request, cursor_)),
        filter_(columns_, request, dates(snapshot)) {}

  Found run() {
    Found found;
    if (sort_ == Sort::Relevance) {
      found.counts = count(nullptr);
      found.page = request_.collapse_stories ? ranked_stories(found.counts)
                                             : ranked(window_.first, window_.size);
    } else {
      // One more than the page shows whether there is another page.
      DatedStories order(columns_, request_.collapse_stories, sort_,
                         window_.first + window_.size + 1, cursor_.after);
      found.counts = count(&order);
      found.page = dated_page(order);
    }
    if (found.page.size() > window_.size || more_by_rank(found)) {
      found.page.resize(std::min(found.page.size(), window_.size));
      found.next = next(found);
    }
    return found;
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

  Counts count(DatedStories* order) {
    if (query_.query.empty()) return count_columns(order);
    std::array<bool, schema::facets.size()> wanted;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      wanted[i] = request_.wants_facet(schema::facets[i].name);
    }
    Counter counter(columns_, filter_, wanted, request_.wants_facet("date"));
    const CountingDecider decider(counter, order);
    Xapian::Enquire enquire(database_);
    enquire.set_query(query_.query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire.get_mset(0, 1, database_.get_doccount(), nullptr, &decider);
    return counter.counts();
  }

  Counts count_columns(DatedStories* order) {
    for (Xapian::docid id = 1; id < columns_.end() && order != nullptr; ++id) {
      if (filter_.passes(id)) order->add(id);
    }
    if (filter_.empty()) return totals_;
    std::array<bool, schema::facets.size()> all;
    all.fill(true);
    return count_all(columns_, filter_, all, true);
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
      collapse_stories(columns_.stories(), page);
      if (!all && page.size() < end) continue;
      page.erase(page.begin(),
                 page.begin() + static_cast<std::ptrdiff_t>(std::min(page.size(), window_.first)));
      page.resize(std::min(page.size(), window_.size));
      return page;
    }
  }

  std::vector<FoundArticle> ranked(std::size_t first, std::size_t size) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query_.query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(bm25_k1, 0, 1, bm25_b, bm25_min_length));
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);  // keeps pages stable among equals
    const FilterDecider decider(filter_);
    const Xapian::MSet matches =
        enquire.get_mset(static_cast<Xapian::doccount>(first), static_cast<Xapian::doccount>(size),
                         0, nullptr, &decider);
    std::vector<FoundArticle> page;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      page.push_back({*match, match.get_weight()});
    }
    return page;
  }

  std::vector<FoundArticle> dated_page(DatedStories& order) const {
    const std::vector<DateKey> keys = order.take();
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

  const Columns& columns_;
  const Counts& totals_;
  Xapian::Database& database_;
  const BuiltQuery& query_;
  const SearchRequest& request_;
  Sort sort_;
  Cursor cursor_;
  Window window_;
  ColumnFilter filter_;
};

}  // namespace

Found run_search(const Snapshot& snapshot, Xapian::Database& database, const BuiltQuery& query,
                 const SearchRequest& request) {
  return Run(snapshot, database, query, request).run();
}

}  // namespace news

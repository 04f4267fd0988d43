#include "searchd/term_pass.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "searchd/top_articles.h"

namespace news {

namespace {

// Counting apart and adding up is not worth its while for fewer.
constexpr std::size_t worth_sharing = 500;

// That the articles are shared in, each smaller than the one before: a helper may come late, and
// who is done last is not waited for long.
constexpr std::size_t stretches = 12;

/// Where a stretch begins, of so many articles.
Xapian::docid begin_of(std::size_t stretch, std::size_t articles) {
  const std::size_t left = stretches - stretch;
  return static_cast<Xapian::docid>(articles - articles * left * left / (stretches * stretches));
}

/// All articles, in the way of a TermSearch; none has a weight.
class EveryArticle {
 public:
  explicit EveryArticle(Xapian::docid end) : end_(end) {}

  struct Match {
    double weight() const { return 0; }
    double most_weight() const { return 0; }
  };

  template <typename Take>
  void each(const TermSearch::Range& range, const Take& take) const {
    const Xapian::docid end = std::min(range.end, end_);
    for (Xapian::docid id = std::max(range.first, Xapian::docid{1}); id < end; ++id) {
      take(id, Match());
    }
  }
  EveryArticle with(const ArticleDatabase&) const { return *this; }
  std::size_t most_matches() const { return end_; }
  std::size_t cost() const { return end_; }
  std::vector<double> weights(const std::vector<Xapian::docid>& ids) const {
    return std::vector<double>(ids.size());
  }

 private:
  Xapian::docid end_;
};

/// What one thread does.
class Share {
 public:
  /// `order` is that of the request, or another for another thread.
  Share(const TermPassRequest& request, std::size_t most_matches, DatedStories* order)
      : request_(request), counter_(request.counter()), best_(request.most), order_(order) {
    counter_.expect(most_matches);
  }

  template <typename Articles>
  void run(const Articles& articles, const TermSearch::Range& range) {
    if (!request_.filter.empty()) return run_filtered(articles, range);
    articles.each(range, [this](Xapian::docid id, const auto& match) {
      counter_.count(id);
      if (request_.most > 0) rank(id, match);
      if (order_ != nullptr && request_.columns.visible(id)) order_->add(id);
    });
  }

  /// What another did. The hands share that.
  void add(Share& other, const Hands& hands) {
    counter_.add(other.counter_, hands);
    best_.add(other.best_);
    if (order_ != nullptr) order_->add(*other.order_);
  }

  TermPass result() { return {.counts = counter_.take_counts(), .best = best_.take()}; }

 private:
  /// What is filtered by is far away for each article, so all are asked for at once, and those that
  /// pass are ranked after that.
  template <typename Articles>
  void run_filtered(const Articles& articles, const TermSearch::Range& range) {
    if (order_ != nullptr || request_.most > 0) counter_.keep_passing();
    articles.each(range, [this](Xapian::docid id, const auto&) { counter_.count(id); });
    const std::vector<Xapian::docid> passing = counter_.take_passing();
    if (order_ != nullptr) {
      for (const Xapian::docid id : passing) order_->add(id);
    }
    if (request_.most == 0) return;
    const std::vector<double> weights = articles.weights(passing);
    for (std::size_t i = 0; i < passing.size(); ++i) {
      best_.add(passing[i], weights[i] + request_.recency.weight(passing[i]));
    }
  }

  /// Whether an article is to be seen, how long and how old it is, each a wait for memory, is not
  /// looked at where it does not matter: most are not among the best however short or new.
  template <typename Match>
  void rank(Xapian::docid id, const Match& match) {
    const double most = match.most_weight();
    const double most_newness = request_.recency.most(id);
    if (!best_.has_room_for(most + most_newness) || !request_.columns.visible(id)) return;
    const double newness = most_newness > 0 ? request_.recency.weight(id) : 0;
    if (best_.has_room_for(most + newness)) best_.add(id, match.weight() + newness);
  }

  const TermPassRequest& request_;
  Counter counter_;
  TopArticles best_;
  DatedStories* order_;
};

template <typename Articles>
TermPass run(const Articles& articles, const Hands& hands, const TermPassRequest& request) {
  Share all(request, articles.most_matches(), request.order);
  if (hands.count() == 1 || articles.cost() < worth_sharing) {
    all.run(articles, {});
    return all.result();
  }
  // Before they begin: what is copied belongs to this thread.
  const Articles same = articles.with(hands.helping());
  std::optional<DatedStories> other_order;
  if (request.order != nullptr) other_order.emplace(request.order->another());
  std::optional<Share> helping;
  const auto bound = [&](std::size_t stretch) { return begin_of(stretch, request.columns.end()); };
  hands.share(stretches, [&](std::size_t stretch, const Hand& hand) {
    const TermSearch::Range range{.first = bound(stretch), .end = bound(stretch + 1)};
    if (hand.number == 0) return all.run(articles, range);
    if (!helping) {
      helping.emplace(request, same.most_matches(), other_order ? &*other_order : nullptr);
    }
    helping->run(same, range);
  });
  if (helping) all.add(*helping, hands);
  return all.result();
}

}  // namespace

TermPass run_term_pass(const TermSearch& terms, const Hands& hands,
                       const TermPassRequest& request) {
  return run(terms, hands, request);
}

TermPass run_column_pass(const Hands& hands, const TermPassRequest& request) {
  return run(EveryArticle(request.columns.end()), hands, request);
}

}  // namespace news

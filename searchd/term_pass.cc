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

/// What one thread does.
class Share {
 public:
  Share(const TermPassRequest& request, std::size_t most_matches)
      : request_(request), counter_(request.counter()), best_(request.most) {
    counter_.expect(most_matches);
  }

  void run(const TermSearch& terms, const TermSearch::Range& range) {
    if (request_.filter.empty()) {
      terms.each(range, [this](Xapian::docid id, const auto& match) {
        counter_.count(id);
        if (request_.most > 0) rank(id, match);
        if (request_.take && request_.columns.visible(id)) request_.take(id);
      });
    } else {
      run_filtered(terms, range);
    }
  }

  /// What another did. The hands share that.
  void add(Share& other, const Hands& hands) {
    counter_.add(other.counter_, hands);
    best_.add(other.best_);
  }

  TermPass result() { return {.counts = counter_.take_counts(), .best = best_.take()}; }

 private:
  /// What is filtered by is far away for each article, so all are asked for at once, and those that
  /// pass are ranked after that.
  void run_filtered(const TermSearch& terms, const TermSearch::Range& range) {
    counter_.keep_passing();
    terms.each(range, [this](Xapian::docid id, const auto&) { counter_.count(id); });
    const std::vector<Xapian::docid> passing = counter_.take_passing();
    if (request_.take) std::for_each(passing.begin(), passing.end(), request_.take);
    if (request_.most == 0) return;
    const std::vector<double> weights = terms.weights(passing);
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
};

}  // namespace

TermPass run_term_pass(const TermSearch& terms, const Hands& hands,
                       const TermPassRequest& request) {
  Share all(request, terms.most_matches());
  if (hands.count() == 1 || request.take || terms.cost() < worth_sharing) {
    all.run(terms, {});
    return all.result();
  }
  // Before they begin: what is copied belongs to this thread.
  const TermSearch same = terms.with(hands.helping());
  std::optional<Share> helping;
  const auto bound = [&](std::size_t stretch) { return begin_of(stretch, request.columns.end()); };
  hands.share(stretches, [&](std::size_t stretch, const Hand& hand) {
    const TermSearch::Range range{.first = bound(stretch), .end = bound(stretch + 1)};
    if (hand.number == 0) return all.run(terms, range);
    if (!helping) helping.emplace(request, terms.most_matches());
    helping->run(same, range);
  });
  if (helping) all.add(*helping, hands);
  return all.result();
}

}  // namespace news

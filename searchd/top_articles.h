#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "searchd/found_article.h"

namespace news {

/// The best of the articles that it is given, in order of their numbers: among equals the lower
/// number comes first.
class TopArticles {
 public:
  explicit TopArticles(std::size_t most) : most_(most) {}

  /// Whether one that comes now with that score would be kept.
  bool has_room_for(double score) const {
    return best_.size() < most_ || (most_ > 0 && score > best_.front().score);
  }
  void add(Xapian::docid id, double score) {
    if (best_.size() < most_) {
      best_.push_back({id, score});
      std::push_heap(best_.begin(), best_.end(), is_better);
    } else if (has_room_for(score)) {
      std::pop_heap(best_.begin(), best_.end(), is_better);
      best_.back() = {id, score};
      std::push_heap(best_.begin(), best_.end(), is_better);
    }
  }
  /// Those of another, which was given other articles of whatever numbers.
  void add(const TopArticles& other) {
    best_.insert(best_.end(), other.best_.begin(), other.best_.end());
    std::sort(best_.begin(), best_.end(), is_better);
    if (best_.size() > most_) best_.resize(most_);
    std::make_heap(best_.begin(), best_.end(), is_better);
  }
  /// The best first.
  std::vector<FoundArticle> take() {
    std::sort_heap(best_.begin(), best_.end(), is_better);
    return std::move(best_);
  }

 private:
  static bool is_better(const FoundArticle& a, const FoundArticle& b) {
    return a.score != b.score ? a.score > b.score : a.id < b.id;
  }

  std::size_t most_;
  std::vector<FoundArticle> best_;  // a heap, the worst in front
};

}  // namespace news

#include "searchd/passage.h"

#include <algorithm>
#include <iterator>

namespace news {

namespace {

// Passages whose spans differ by less than this are equally near.
constexpr std::size_t span_step = 32;

/// A window that slides over matches: [first, last) of them.
class Window {
 public:
  explicit Window(const std::vector<Match>& matches) : matches_(matches) {
    for (const Match& match : matches) {
      if (match.part >= counts_.size()) counts_.resize(match.part + 1);
    }
  }

  void take_next() {
    if (counts_[matches_[last_].part]++ == 0) ++parts_;
    words_ += matches_[last_++].words;
  }
  void drop_first() {
    if (--counts_[matches_[first_].part] == 0) --parts_;
    words_ -= matches_[first_++].words;
  }
  bool at_end() const { return last_ == matches_.size(); }
  /// Whether the first match is one of several of its part in here.
  bool first_is_spare() const { return counts_[matches_[first_].part] > 1; }
  std::size_t size() const { return last_ - first_; }
  std::size_t parts() const { return parts_; }
  std::size_t words() const { return words_; }
  Passage passage() const {
    return {.begin = matches_[first_].begin, .end = matches_[last_ - 1].end, .parts = parts_};
  }
  std::size_t span() const { return matches_[last_ - 1].end - matches_[first_].begin; }

 private:
  const std::vector<Match>& matches_;
  std::vector<std::size_t> counts_;  // by part
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::size_t parts_ = 0;
  std::size_t words_ = 0;
};

/// Calls `look` with the longest window of at most `length` that ends at each match.
template <typename Look>
void slide(const std::vector<Match>& matches, std::size_t length, const Look& look) {
  for (Window window(matches); !window.at_end();) {
    window.take_next();
    while (window.size() > 1 && window.span() > length) window.drop_first();
    look(window);
  }
}

Passage best_passage(const std::vector<Match>& matches, std::size_t length) {
  std::size_t most = 0;
  slide(matches, length, [&](const Window& window) { most = std::max(most, window.parts()); });
  Passage best;
  std::size_t best_far = 0;
  std::size_t best_words = 0;
  slide(matches, length, [&](Window& window) {
    if (window.parts() < most) return;
    // A word of the query that comes again is worth showing, but not at the cost of nearness.
    while (most > 1 && window.first_is_spare()) window.drop_first();
    const std::size_t far = most > 1 ? window.span() / span_step : 0;
    const bool better =
        best.parts == 0 || far < best_far || (far == best_far && window.words() > best_words);
    if (!better) return;
    best = window.passage();
    best_far = far;
    best_words = window.words();
  });
  return best;
}

}  // namespace

std::vector<Passage> best_passages(const std::vector<Match>& matches, std::size_t length) {
  if (matches.empty()) return {};
  const Passage best = best_passage(matches, length);
  std::vector<bool> shown;
  for (const Match& match : matches) {
    if (match.part >= shown.size()) shown.resize(match.part + 1);
    if (match.begin >= best.begin && match.end <= best.end) shown[match.part] = true;
  }
  std::vector<Match> others;
  std::copy_if(matches.begin(), matches.end(), std::back_inserter(others),
               [&](const Match& match) { return !shown[match.part]; });
  if (others.empty()) return {best};
  const Passage other = best_passage(others, length);
  return best.begin < other.begin ? std::vector{best, other} : std::vector{other, best};
}

}  // namespace news

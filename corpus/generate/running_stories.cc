#include "corpus/generate/running_stories.h"

#include <algorithm>

namespace generate {

namespace {

constexpr double share_alone = 0.32;
/// Stories of which less than this share of their beginning is left are over.
constexpr double faded = 0.02;

}  // namespace

void RunningStories::begin_day(std::size_t day) {
  day_ = day;
  const auto age = [&](const Running& running) {
    return static_cast<double>(day_ - running.since);
  };
  std::erase_if(running_, [&](const Running& running) {
    const Story& story = running.story;
    return age(running) > story.echo && story.weight(age(running)) < faded * story.size;
  });
  sums_.clear();
  double sum = 0;
  for (const Running& running : running_) {
    sum += running.story.weight(age(running));
    sums_.push_back(sum);
  }
}

const Story& RunningStories::story_of(std::uint64_t article, Random& random) {
  if (told_ < plan_.begun(article)) {
    const std::size_t day = plan_.day_of(told_);
    running_.push_back({teller_.tell(told_, day), day});
    const double sum = sums_.empty() ? 0 : sums_.back();
    sums_.push_back(sum + running_.back().story.size);
    ++told_;
    return running_.back().story;
  }
  if (running_.empty() || random.chance(share_alone)) return tell_alone(article);
  const auto chosen = std::upper_bound(sums_.begin(), sums_.end(), random.share() * sums_.back());
  const auto index = static_cast<std::size_t>(chosen - sums_.begin());
  return running_[std::min(index, running_.size() - 1)].story;
}

const Story& RunningStories::tell_alone(std::uint64_t article) {
  alone_ = teller_.tell(plan_.alone(article), day_);
  return alone_;
}

}  // namespace generate

#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "corpus/generate/calendar.h"
#include "corpus/generate/story.h"

namespace generate {

/// How many stories run through an archive, and when each begins: evenly over its articles, one
/// for each 17 of them.
class StoryPlan {
 public:
  explicit StoryPlan(const Calendar& calendar) : calendar_(calendar) {}

  std::uint64_t stories() const { return (calendar_.articles() + 16) / 17; }
  /// The number of stories that have begun with that article or before.
  std::uint64_t begun(std::uint64_t article) const { return article / 17 + 1; }
  std::size_t day_of(std::uint64_t story) const { return calendar_.day_of(story * 17); }
  /// A number for what only one article is about.
  std::uint64_t alone(std::uint64_t article) const { return (1ULL << 32) + article; }

 private:
  const Calendar& calendar_;
};

/// The stories that are being written about, day after day. Holds as many as run at a time.
class RunningStories {
 public:
  RunningStories(const StoryPlan& plan, const StoryTeller& teller) : plan_(plan), teller_(teller) {}

  /// Goes on to a day, counted from the first; days only go up.
  void begin_day(std::size_t day);
  /// What the next article is about: a story that begins with it, one that runs, or, for a third
  /// of the articles, one of its own. Valid until the next call.
  const Story& story_of(std::uint64_t article, Random& random);

 private:
  struct Running {
    Story story;
    std::size_t since;
  };

  const Story& tell_alone(std::uint64_t article);

  const StoryPlan& plan_;
  const StoryTeller& teller_;
  std::size_t day_ = 0;
  std::uint64_t told_ = 0;
  std::deque<Running> running_;
  std::vector<double> sums_;  ///< Of the weights of this day, up to each running story.
  Story alone_;
};

}  // namespace generate

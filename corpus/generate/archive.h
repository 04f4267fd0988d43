#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/generate/article_writer.h"
#include "corpus/generate/calendar.h"
#include "corpus/generate/running_stories.h"

namespace generate {

/// What archive is asked for. The same values give the same bytes on every machine.
struct ArchiveOptions {
  std::uint64_t articles = 1'000;
  std::uint64_t seed = 1;
  Day until = Day(std::chrono::year(2025) / 12 / 31);  ///< The last of twenty years.
};

/// The made-up world that an archive tells of, before anything is written; what the writer of the
/// articles and that of the queries have in common.
struct World {
  explicit World(const ArchiveOptions& options);

  Vocabulary vocabulary;
  People people;
  Newsroom newsroom;
  StoryTeller teller;
  Calendar calendar;
  StoryPlan plan;
};

/// The articles of an archive in the order of their dates. Memory is bounded by the vocabulary and
/// what runs at a time, whatever the number of articles.
class Archive {
 public:
  explicit Archive(const ArchiveOptions& options);
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// The next article; nothing after the last.
  std::optional<Article> next();

 private:
  /// An article that some other site will repeat.
  struct Repeat {
    Instant due;
    std::uint64_t order;  ///< Where two are due at once.
    Article original;

    bool later_than(const Repeat& other) const {
      return due != other.due ? due > other.due : order > other.order;
    }
  };

  void begin_day();
  Article new_article(Instant published, Random& random);
  Article due_copy(Instant published, Random& random);
  void plan_copies(const Article& article, Random& random);

  ArchiveOptions options_;
  World world_;
  HourLaw hours_;
  RunningStories stories_;
  ArticleWriter writer_;
  std::vector<Repeat> repeats_;  ///< A heap, the first that is due at its front.
  std::uint64_t planned_ = 0;    ///< Repeats so far.
  std::uint64_t number_ = 0;
  std::size_t next_day_ = 0;
  std::vector<std::uint32_t> times_;  ///< Of the day, sorted: seconds since its beginning.
  std::size_t next_time_ = 0;
  std::size_t undated_ = 0;  ///< Articles of the day whose time is not said; they come first.
};

}  // namespace generate

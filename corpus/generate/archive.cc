#include "corpus/generate/archive.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace generate {

namespace {

constexpr std::uint64_t article_stream = 4;
constexpr std::uint64_t day_stream = 5;
constexpr Instant day_length = 86'400;

/// 3.5% of the articles are repeated, one and a half times on average: 5% of all are copies.
constexpr double repeated_share = 0.035;
/// How often an article that is repeated at all is repeated once more.
constexpr double once_more = 0.34;
constexpr Instant longest_delay = 5 * day_length;

}  // namespace

World::World(const ArchiveOptions& options)
    : people(options.seed),
      newsroom(people),
      teller(options.seed, vocabulary, people),
      calendar(options.until, options.articles, options.seed),
      plan(calendar) {}

Archive::Archive(const ArchiveOptions& options)
    : options_(options),
      world_(options),
      stories_(world_.plan, world_.teller),
      writer_(world_.vocabulary, world_.teller, world_.newsroom) {}

std::optional<Article> Archive::next() {
  if (number_ == options_.articles) return std::nullopt;
  while (next_time_ == times_.size()) begin_day();
  Random random(options_.seed, article_stream, number_);
  const Instant midnight = world_.calendar.first().time_since_epoch().count() * day_length +
                           static_cast<Instant>(next_day_ - 1) * day_length;
  const Instant published = midnight + times_[next_time_];
  const bool repeat = !repeats_.empty() && repeats_.front().due <= published;
  Article article = repeat ? due_copy(published, random) : new_article(published, random);
  article.day_only = next_time_ < undated_;
  writer_.name(options_.seed, number_, random, article);
  if (!repeat) plan_copies(article, random);
  ++number_;
  ++next_time_;
  return article;
}

void Archive::begin_day() {
  const std::size_t day = next_day_++;
  Random random(options_.seed, day_stream, day);
  times_.resize(world_.calendar.before(day + 1) - world_.calendar.before(day));
  next_time_ = 0;
  undated_ = 0;
  for (std::uint32_t& time : times_) {
    const bool undated = random.chance(0.08);
    undated_ += undated ? 1 : 0;
    time = undated ? 0 : hours_.draw(random);
  }
  std::sort(times_.begin(), times_.end());
  stories_.begin_day(day);
}

Article Archive::new_article(Instant published, Random& random) {
  return writer_.write(stories_.story_of(number_, random), published, random);
}

Article Archive::due_copy(Instant published, Random& random) {
  std::pop_heap(repeats_.begin(), repeats_.end(), std::mem_fn(&Repeat::later_than));
  Article copy = writer_.copy(repeats_.back().original, random);
  repeats_.pop_back();
  copy.published = published;
  return copy;
}

void Archive::plan_copies(const Article& article, Random& random) {
  if (!random.chance(repeated_share)) return;
  do {
    // The most within hours: the delay is a product of two shares.
    const double delay = random.share() * random.share() * static_cast<double>(longest_delay);
    repeats_.push_back({article.published + 60 + static_cast<Instant>(delay), planned_++, article});
    std::push_heap(repeats_.begin(), repeats_.end(), std::mem_fn(&Repeat::later_than));
  } while (random.chance(once_more));
}

}  // namespace generate

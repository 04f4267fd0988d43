#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "corpus/generate/alias_table.h"

namespace generate {

using Day = std::chrono::sys_days;

/// On which day each article of an archive comes out: fewer at weekends and in August, a few more
/// each year, and no two days alike.
class Calendar {
 public:
  static constexpr int years = 20;

  /// The last of the days is `until`. `articles` is at most 100,000,000.
  Calendar(Day until, std::uint64_t articles, std::uint64_t seed);

  Day first() const { return first_; }
  std::size_t days() const { return begins_.size() - 1; }
  std::uint64_t articles() const { return begins_.back(); }
  /// Articles that came out before that day, counted from the first; also for one past the last.
  std::uint64_t before(std::size_t day) const { return begins_[day]; }
  /// The day, counted from the first, of an article by its number.
  std::size_t day_of(std::uint64_t article) const;

 private:
  Day first_;
  std::vector<std::uint64_t> begins_;
};

/// When on a day articles come out, in seconds from its beginning: most from the morning to the
/// evening.
class HourLaw {
 public:
  HourLaw();
  std::uint32_t draw(Random& random) const {
    const std::uint32_t hour = hours_.draw(random);
    return hour * 3600 + random.below(3600);
  }

 private:
  AliasTable hours_;
};

}  // namespace generate

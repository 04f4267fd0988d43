#include "corpus/generate/calendar.h"

#include <algorithm>

namespace generate {

namespace {

using std::chrono::weekday;
using std::chrono::year_month_day;

constexpr std::uint64_t stream = 2;

/// In whole numbers, so that sums are exact.
std::uint64_t weight(Day day, std::uint64_t index, std::uint64_t seed) {
  constexpr std::uint64_t weekdays[] = {42, 100, 102, 103, 102, 94, 48};  // from Sunday
  constexpr std::uint64_t months[] = {98, 100, 102, 101, 101, 100, 95, 86, 102, 104, 103, 92};
  const year_month_day date(day);
  const std::uint64_t growth = 80 + index * 40 / (std::uint64_t{365} * Calendar::years);
  Random random(seed, stream, index);
  return weekdays[weekday(day).c_encoding()] * months[static_cast<unsigned>(date.month()) - 1] *
         growth * random.between(85, 115) / 10'000;
}

Day first_day(Day until) {
  const year_month_day next(until + std::chrono::days(1));
  const year_month_day first = next - std::chrono::years(Calendar::years);
  return first.ok() ? Day(first) : Day(first.year() / first.month() / std::chrono::last);
}

}  // namespace

Calendar::Calendar(Day until, std::uint64_t articles, std::uint64_t seed)
    : first_(first_day(until)), begins_{0} {
  for (Day day = first_; day <= until; day += std::chrono::days(1)) {
    begins_.push_back(begins_.back() + weight(day, begins_.size() - 1, seed));
  }
  const std::uint64_t sum = begins_.back();
  for (std::uint64_t& begin : begins_) begin = begin * articles / sum;
}

std::size_t Calendar::day_of(std::uint64_t article) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), article);
  return static_cast<std::size_t>(after - begins_.begin()) - 1;
}

HourLaw::HourLaw()
    : hours_({2, 1, 1, 1, 2, 4, 6, 7, 8, 8, 8, 8, 7, 7, 8, 8, 7, 7, 6, 5, 5, 4, 3, 2}) {}

}  // namespace generate

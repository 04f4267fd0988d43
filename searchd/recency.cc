#include "searchd/recency.h"

#include <cmath>
#include <utility>

namespace news {

namespace {

constexpr Instant seconds_a_day = 86'400;
constexpr double most_half_lives = 20;
constexpr double most_days = 36'500;  // a hundred years

std::vector<double> weights_by_age(double half_life, double most) {
  std::vector<double> weights;
  if (half_life <= 0 || most <= 0) return weights;
  const double end = std::min(half_life * most_half_lives, most_days);
  const double a_day = std::exp2(-1 / half_life);
  for (double weight = most, age = 0; age <= end; ++age, weight *= a_day) weights.push_back(weight);
  return weights;
}

}  // namespace

RecencySource::RecencySource(const Columns& columns, const Recency& recency, double most)
    : RecencySource(
          columns, static_cast<std::int32_t>(recency.now / seconds_a_day),
          std::make_shared<const std::vector<double>>(weights_by_age(recency.half_life, most))) {}

RecencySource::RecencySource(const Columns& columns, std::int32_t today, Weights weights)
    : columns_(columns), today_(today), weights_(std::move(weights)) {
  set_maxweight(weights_->empty() ? 0 : weights_->front());
}

double RecencySource::weight(Xapian::docid id) const { return weight_of_day(columns_.day(id)); }

double RecencySource::weight_of_day(std::int32_t day) const {
  if (day == Columns::undated) return 0;
  const auto age = static_cast<std::size_t>(std::max(today_ - day, 0));
  return age < weights_->size() ? (*weights_)[age] : 0;
}

}  // namespace news

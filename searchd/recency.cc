#include "searchd/recency.h"

#include <cmath>

namespace news {

namespace {

constexpr Instant seconds_a_day = 86'400;

}  // namespace

RecencySource::RecencySource(const Columns& columns, const Recency& recency, double most)
    : RecencySource(columns, recency.half_life,
                    static_cast<std::int32_t>(recency.now / seconds_a_day), most) {}

RecencySource::RecencySource(const Columns& columns, double half_life, std::int32_t today,
                             double most)
    : columns_(columns), half_life_(half_life), most_(most), today_(today) {
  set_maxweight(most);
}

double RecencySource::get_weight() const {
  const std::int32_t day = columns_.day(id_);
  if (day == Columns::undated) return 0;
  return most_ * std::exp2(-std::max(today_ - day, 0) / half_life_);
}

}  // namespace news

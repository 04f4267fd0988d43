#include "searchd/ranking_weight.h"

#include <algorithm>
#include <cmath>

#include "common/schema.h"

namespace news {

namespace {

constexpr double k1 = 2.0;
constexpr double b = 0.35;
constexpr double idf_power = 0.8;

}  // namespace

RankingWeight::RankingWeight() {
  need_stat(COLLECTION_SIZE);
  need_stat(TERMFREQ);
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(DOC_LENGTH);
  need_stat(DOC_LENGTH_MIN);
  need_stat(AVERAGE_LENGTH);
}

double RankingWeight::importance(double articles, double frequency) {
  return std::pow(std::log1p((articles - frequency + 0.5) / (frequency + 0.5)), idf_power);
}

double RankingWeight::limit(double articles, double frequency) {
  return (k1 + 1) * importance(articles, frequency);
}

std::optional<Xapian::doccount> RankingWeight::frequency(const Xapian::Database& database,
                                                         const Xapian::Query& query) {
  std::optional<Xapian::doccount> frequency;
  const auto end = query.get_terms_end();
  for (auto term = query.get_unique_terms_begin(); term != end; ++term) {
    if (!schema::is_in_text(*term)) continue;
    frequency = std::max(frequency.value_or(0), database.get_termfreq(*term));
  }
  return frequency;
}

double RankingWeight::saturated(double count, double length) {
  return count / (count + k1 * (1 - b + b * length));
}

RankingWeight* RankingWeight::clone() const { return new RankingWeight; }

void RankingWeight::init(double factor) {
  importance_ = factor * limit(get_collection_size(), get_termfreq());
}

double RankingWeight::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                                  Xapian::termcount) const {
  return importance_ * saturated(wdf, length / get_average_length());
}

double RankingWeight::get_maxpart() const {
  const double shortest = std::max(get_wdf_upper_bound(), get_doclength_lower_bound());
  return importance_ * saturated(get_wdf_upper_bound(), shortest / get_average_length());
}

}  // namespace news

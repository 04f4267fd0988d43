#include "searchd/ranking_weight.h"

#include <cmath>

namespace news {

namespace {

constexpr double idf_power = 0.8;

}  // namespace

double RankingWeight::importance(double articles, double frequency) {
  return std::pow(std::log1p((articles - frequency + 0.5) / (frequency + 0.5)), idf_power);
}

double RankingWeight::limit(double articles, double frequency) {
  return (k1 + 1) * importance(articles, frequency);
}

}  // namespace news

#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "tests/relevance/trec.h"

namespace news {

/// How good one query's ranking is, from 0 to 1, as trec_eval computes it. An article counts where
/// it is first named. 0 for a query that has no relevant article.
struct Measure {
  std::string_view name;
  double (*of)(const Ranking& ranking, const Grades& grades);
};

/// Normalised discounted cumulated gain of the first ten (Järvelin and Kekäläinen 2002): the gain
/// is the grade, divided by log2(rank + 1).
double ndcg_at_10(const Ranking& ranking, const Grades& grades);
/// The mean, over the relevant articles, of the precision at each's rank; 0 for one not found.
double average_precision(const Ranking& ranking, const Grades& grades);
/// One over the rank of the first relevant article.
double reciprocal_rank(const Ranking& ranking, const Grades& grades);
/// The share of ten that is relevant, also where fewer were found.
double precision_at_10(const Ranking& ranking, const Grades& grades);
/// The share of the relevant articles that is among the first hundred.
double recall_at_100(const Ranking& ranking, const Grades& grades);

inline constexpr std::array<Measure, 5> measures{{
    {"nDCG@10", ndcg_at_10},
    {"MAP", average_precision},
    {"MRR", reciprocal_rank},
    {"P@10", precision_at_10},
    {"recall@100", recall_at_100},
}};

/// Which queries: parameters are tuned on those at one half of the places and reported on the
/// other.
enum class Half { Both, Odd, Even };

/// The judged queries that have a relevant article and stand at an odd or even place among them,
/// counted from 1.
Qrels judged_half(const Qrels& qrels, Half half);

/// A measure of each query, in the order of the qrels. A query that the run does not have is 0.
std::vector<double> scores(const Measure& measure, const Rankings& run, const Qrels& qrels);

/// 0 of nothing.
double mean(const std::vector<double>& values);

}  // namespace news

#include "tests/relevance/measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace news {

namespace {

constexpr std::size_t no_limit = static_cast<std::size_t>(-1);

/// The grades of the first `depth` articles, irrelevant ones 0.
std::vector<int> grades_of(const Ranking& ranking, const Grades& grades, std::size_t depth) {
  std::vector<int> found;
  std::set<std::string_view> seen;
  for (const std::string& article : ranking) {
    if (found.size() == depth) break;
    if (!seen.insert(article).second) continue;
    const auto grade = grades.find(article);
    found.push_back(grade == grades.end() ? 0 : std::max(grade->second, 0));
  }
  return found;
}

std::size_t relevant_among(const std::vector<int>& grades) {
  return static_cast<std::size_t>(
      std::count_if(grades.begin(), grades.end(), [](int grade) { return grade > 0; }));
}

std::size_t relevant(const Grades& grades) {
  return static_cast<std::size_t>(
      std::count_if(grades.begin(), grades.end(), [](const auto& one) { return one.second > 0; }));
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double dcg(const std::vector<int>& grades) {
  double sum = 0;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    sum += grades[i] / std::log2(static_cast<double>(i) + 2);
  }
  return sum;
}

}  // namespace

double ndcg_at_10(const Ranking& ranking, const Grades& grades) {
  std::vector<int> ideal;
  for (const auto& [article, grade] : grades) ideal.push_back(std::max(grade, 0));
  std::sort(ideal.rbegin(), ideal.rend());
  if (ideal.size() > 10) ideal.resize(10);
  const double best = dcg(ideal);
  return best == 0 ? 0 : dcg(grades_of(ranking, grades, 10)) / best;
}

double average_precision(const Ranking& ranking, const Grades& grades) {
  const std::vector<int> found = grades_of(ranking, grades, no_limit);
  double sum = 0;
  std::size_t hits = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i] > 0) sum += share(++hits, i + 1);
  }
  const std::size_t all = relevant(grades);
  return all == 0 ? 0 : sum / static_cast<double>(all);
}

double reciprocal_rank(const Ranking& ranking, const Grades& grades) {
  const std::vector<int> found = grades_of(ranking, grades, no_limit);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i] > 0) return share(1, i + 1);
  }
  return 0;
}

double precision_at_10(const Ranking& ranking, const Grades& grades) {
  return share(relevant_among(grades_of(ranking, grades, 10)), 10);
}

double recall_at_100(const Ranking& ranking, const Grades& grades) {
  return share(relevant_among(grades_of(ranking, grades, 100)), relevant(grades));
}

Qrels judged_half(const Qrels& qrels, Half half) {
  Qrels chosen;
  std::size_t place = 0;
  for (const JudgedQuery& query : qrels) {
    if (relevant(query.grades) == 0) continue;
    const bool odd = ++place % 2 == 1;
    if (half == Half::Both || odd == (half == Half::Odd)) chosen.push_back(query);
  }
  return chosen;
}

std::vector<double> scores(const Measure& measure, const Rankings& run, const Qrels& qrels) {
  std::vector<double> values;
  for (const JudgedQuery& query : qrels) {
    const auto ranking = run.find(query.id);
    values.push_back(ranking == run.end() ? 0 : measure.of(ranking->second, query.grades));
  }
  return values;
}

double mean(const std::vector<double>& values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace news

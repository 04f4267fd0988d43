#include "tests/relevance/measures.h"

#include <gmock/gmock.h>

namespace news {
namespace {

using testing::ElementsAre;

const Measure& named(std::string_view name) {
  for (const Measure& measure : measures) {
    if (measure.name == name) return measure;
  }
  throw std::invalid_argument(std::string(name));
}

// Each value computed by hand from the definition: log2(2) = 1, log2(3) = 1.58496, log2(4) = 2,
// log2(5) = 2.32193.
struct Row {
  const char* measure;
  Ranking ranking;
  Grades grades;
  double value;
};

const Row rows[] = {
    // One relevant article at rank 1, 2, 3; not found; nothing found.
    {"nDCG@10", {"a"}, {{"a", 1}}, 1},
    {"nDCG@10", {"x", "a"}, {{"a", 1}}, 0.6309298},
    {"nDCG@10", {"x", "y", "a"}, {{"a", 1}}, 0.5},
    {"nDCG@10", {"x", "y"}, {{"a", 1}}, 0},
    {"nDCG@10", {}, {{"a", 1}}, 0},
    // (1/1 + 3/1.58496) / (3/1 + 1/1.58496): the gain is the grade, not 2^grade - 1.
    {"nDCG@10", {"a", "b"}, {{"a", 1}, {"b", 3}}, 0.7967075},
    // 2/1.58496 of (2 + 1/1.58496 + 1/2)
    {"nDCG@10", {"x", "b"}, {{"a", 1}, {"b", 2}, {"c", 1}}, 0.4030303},
    // The eleventh does not count.
    {"nDCG@10", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a"}, {{"a", 1}}, 0},
    // A grade below 0 is irrelevant; a second mention is not a second article.
    {"nDCG@10", {"s", "a"}, {{"a", 1}, {"s", -2}}, 0.6309298},
    {"nDCG@10", {"a", "a", "b"}, {{"a", 1}, {"b", 1}}, 1},
    {"nDCG@10", {"a"}, {{"a", 0}}, 0},

    // (1/1 + 2/3 + 3/6) / 4: the fourth is not found.
    {"MAP",
     {"a", "x", "b", "y", "z", "c"},
     {{"a", 1}, {"b", 2}, {"c", 1}, {"d", 1}, {"x", 0}},
     0.5416667},
    {"MAP", {"x"}, {{"a", 1}}, 0},
    {"MAP", {"x"}, {{"x", 0}}, 0},

    {"MRR", {"x", "y", "b", "a"}, {{"a", 3}, {"b", 1}}, 0.3333333},
    {"MRR", {"x"}, {{"a", 1}}, 0},

    // Two of ten, though only three were found.
    {"P@10", {"a", "x", "b"}, {{"a", 1}, {"b", 2}, {"c", 1}}, 0.2},
    {"P@10", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a"}, {{"a", 1}}, 0},

    {"recall@100", {"a", "x", "b"}, {{"a", 1}, {"b", 2}, {"c", 1}, {"x", 0}}, 0.6666667},
};

TEST(Measures, AreAsComputedByHand) {
  for (const Row& row : rows) {
    EXPECT_NEAR(named(row.measure).of(row.ranking, row.grades), row.value, 1e-7)
        << row.measure << " of " << testing::PrintToString(row.ranking) << " with "
        << testing::PrintToString(row.grades);
  }
}

TEST(Measures, RecallCountsTheHundredthAndNotTheHundredAndFirst) {
  Ranking ranking(99, "");
  for (std::size_t i = 0; i < ranking.size(); ++i) ranking[i] = "x" + std::to_string(i);
  ranking.emplace_back("a");
  EXPECT_EQ(recall_at_100(ranking, {{"a", 1}}), 1);
  ranking.insert(ranking.begin(), "y");
  EXPECT_EQ(recall_at_100(ranking, {{"a", 1}}), 0);
}

TEST(Measures, AQueryWithoutAnAnswerIsZeroAndOneThatIsNotJudgedDoesNotCount) {
  const Qrels qrels = {{"q1", {{"a", 1}}}, {"q2", {{"b", 1}}}};
  const Rankings run = {{"q1", {"a"}}, {"q3", {"b"}}};
  EXPECT_THAT(scores(named("MRR"), run, qrels), ElementsAre(1, 0));
  EXPECT_EQ(mean({1, 0}), 0.5);
  EXPECT_EQ(mean({}), 0);
}

std::vector<std::string> ids_of(const Qrels& qrels) {
  std::vector<std::string> ids;
  for (const JudgedQuery& query : qrels) ids.push_back(query.id);
  return ids;
}

TEST(Measures, HalvesAreTheOddAndEvenPlacesOfQueriesWithARelevantArticle) {
  const Qrels qrels = {
      {"q1", {{"a", 1}}}, {"q2", {{"a", 0}}}, {"q3", {{"a", 2}}}, {"q4", {{"b", 1}}}};
  EXPECT_THAT(ids_of(judged_half(qrels, Half::Both)), ElementsAre("q1", "q3", "q4"));
  EXPECT_THAT(ids_of(judged_half(qrels, Half::Odd)), ElementsAre("q1", "q4"));
  EXPECT_THAT(ids_of(judged_half(qrels, Half::Even)), ElementsAre("q3"));
}

}  // namespace
}  // namespace news

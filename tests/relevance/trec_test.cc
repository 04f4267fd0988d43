#include "tests/relevance/trec.h"

#include <gmock/gmock.h>

#include <fstream>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class Trec : public testing::Test {
 protected:
  std::string file(const std::string& text) const {
    std::ofstream(folder_ / "file") << text;
    return folder_ / "file";
  }

 private:
  TempFolder folder_;
};

TEST_F(Trec, QrelsKeepTheOrderOfTheirQueries) {
  const Qrels qrels = read_qrels(file("q2 0 a 1\nq1 0 b 3\nq2 0 c -1\r\n\n"));
  ASSERT_EQ(qrels.size(), 2u);
  EXPECT_EQ(qrels[0].id, "q2");
  EXPECT_THAT(qrels[0].grades, ElementsAre(Pair("a", 1), Pair("c", -1)));
  EXPECT_EQ(qrels[1].id, "q1");
}

TEST_F(Trec, QueriesAreTakenAsTyped) {
  const std::vector<TypedQuery> queries = read_queries(file("q1\t \"a\tb\" -c \nq2\t\n"));
  ASSERT_EQ(queries.size(), 2u);
  EXPECT_EQ(queries[0].text, " \"a\tb\" -c ");
  EXPECT_EQ(queries[1].text, "");
}

TEST_F(Trec, RunsAreInTheOrderOfTheirRanks) {
  const Rankings run = read_run(file("q1 Q0 b 2 9.5 x\nq1 Q0 c 10 9.9 x\nq1 Q0 a 1 9.5 x\n"));
  EXPECT_THAT(run, ElementsAre(Pair("q1", ElementsAre("a", "b", "c"))));
}

TEST_F(Trec, APrintedRankingReadsAsItWas) {
  const std::string printed = print_ranking("q1", {"b", "a"}, "ours");
  EXPECT_EQ(printed, "q1 Q0 b 1 2 ours\nq1 Q0 a 2 1 ours\n");
  EXPECT_THAT(read_run(file(printed)), ElementsAre(Pair("q1", ElementsAre("b", "a"))));
}

TEST_F(Trec, WhatCannotBeReadIsNamedByItsLine) {
  const std::string path = file("q1 0 a 1\nq1 0 a\n");
  try {
    read_qrels(path);
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr(path + ":2: expected: query iteration article grade"));
  }
  EXPECT_THROW(read_queries(file("no tab\n")), Error);
  EXPECT_THROW(read_run(file("q1 Q0 a first\n")), Error);
  EXPECT_THROW(read_run("/no/such/file"), Error);
  EXPECT_THROW(print_ranking("q1", {"an id with spaces"}, "ours"), Error);
}

}  // namespace
}  // namespace news

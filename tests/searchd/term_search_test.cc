#include "searchd/term_search.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "searchd/ranked_pass.h"
#include "searchd/term_pass.h"
#include "searchd/top_articles.h"
#include "searchd/word_source.h"
#include "tests/support/equal_counts.h"
#include "tests/support/test_archive.h"

/// What is found in one pass is what Xapian's matcher finds, and what a count by hand gives, in
/// both parts of an index.
namespace news {
namespace {

using Xapian::Query;

std::string made_up_article(int number, std::mt19937& random) {
  std::string body;
  const auto words = 20 + random() % 200;
  const int day = number % 3 == 0 ? number % 20 : number / 100;  // most in their order
  for (std::size_t i = 0; i < words; ++i) {
    // Low numbers are frequent.
    body += "w" + std::to_string(random() % (1 + random() % 60)) + " ";
  }
  return nlohmann::json{{"id", std::to_string(number)},
                        {"body", body},
                        {"language", "xx"},
                        {"published", "2024-01-" + std::to_string(10 + day)}}
      .dump();
}

class TermSearchTest : public testing::Test {
 protected:
  TermSearchTest() {
    std::mt19937 random(3);
    std::vector<std::string> base, recent;
    for (int i = 0; i < 1'500; ++i) base.push_back(made_up_article(i, random));
    for (int i = 1'300; i < 1'700; ++i) recent.push_back(made_up_article(i, random));
    archive_.build(base);
    archive_.add_all(recent);
    snapshot_.emplace(archive_.index(), 3, 0);
    handle_.emplace(archive_.index().open(archive_.index().live()));
  }

  static WordTerms word(const std::string& term) { return {{{.terms = {term}}}}; }

  /// With their weights, by number; those that are gone as well.
  std::map<Xapian::docid, double> found(const TermPlan& plan) {
    const auto database = snapshot_->database();
    const auto search = TermSearch::open(*snapshot_, *database, plan);
    EXPECT_TRUE(search);
    std::map<Xapian::docid, double> all;
    Xapian::docid before = 0;
    search->each({}, [&](Xapian::docid id, const auto& match) {
      EXPECT_GT(id, before);
      before = id;
      all[id] = match.weight();
    });
    return all;
  }

  void expect_best(const DateRange& dates);

  std::map<Xapian::docid, double> found_by_xapian(const Query& query) {
    const auto database = snapshot_->database();
    const SearchRequest everything;
    const ColumnFilter filter(snapshot_->columns(), everything, {});
    std::map<Xapian::docid, double> all;
    for (const FoundArticle& one : ranked_pass(*database, query, {filter}, 0, 10'000)) {
      all[one.id] = one.score;
    }
    return all;
  }

  /// What a query has in place of these terms, which rank as one.
  Query leaf(const std::vector<std::string>& terms) {
    const auto source = new WordSource({{{.terms = terms}}}, *handle_);
    return Query(source->release());
  }

  void expect_same(const TermPlan& plan, const Query& query) {
    std::map<Xapian::docid, double> here = found(plan);
    std::erase_if(here, [&](const auto& one) { return !snapshot_->columns().visible(one.first); });
    const std::map<Xapian::docid, double> there = found_by_xapian(query);
    ASSERT_EQ(here.size(), there.size()) << query.get_description();
    for (const auto& [id, weight] : there) {
      ASSERT_TRUE(here.contains(id));
      EXPECT_NEAR(here[id], weight, 0.01 * weight) << query.get_description();
    }
  }

  TestArchive archive_;
  std::optional<Snapshot> snapshot_;
  std::optional<ArticleDatabase> handle_;
};

/// BM25 with k1 2, b 0.35 and the idf to the power of 0.8; the first 20 words of a text count three
/// times, the next 20 twice.
TEST_F(TermSearchTest, WeighsAWordByItsCountTheLengthAndHowManyArticlesHaveIt) {
  std::map<Xapian::docid, double> counts, lengths;
  double of_base = 0;
  for (Xapian::docid number = 1; number <= handle_->last_number(); ++number) {
    if (number > handle_->last_of_base() && handle_->is_gone(number)) continue;
    const auto stored = nlohmann::json::parse(handle_->article(number));
    std::istringstream words(stored["body"].get<std::string>());
    int place = 0;
    for (std::string one; words >> one; ++place) {
      const int weight = place < 20 ? 3 : place < 40 ? 2 : 1;
      lengths[number] += weight;
      if (one == "w30") counts[number] += weight;
    }
    if (number <= handle_->last_of_base()) of_base += lengths[number];
  }
  const double articles = handle_->both().get_doccount();
  const double those = static_cast<double>(counts.size());
  const double rarity = std::pow(std::log1p((articles - those + 0.5) / (those + 0.5)), 0.8);
  const double average = of_base / handle_->last_of_base();
  const std::map<Xapian::docid, double> found = this->found({{word("w30")}});
  EXPECT_EQ(found.size(), counts.size());
  for (const auto& [number, count] : counts) {
    const double norm = 2 * (0.65 + 0.35 * lengths[number] / average);
    EXPECT_NEAR(found.at(number), 3 * rarity * count / (count + norm), 1e-4) << number;
  }
}

TEST_F(TermSearchTest, FindsAndWeighsWordsAsTheMatcherDoes) {
  expect_same({{word("w1")}}, leaf({"w1"}));
  expect_same({{word("w0"), word("w30")}}, Query(Query::OP_AND, leaf({"w0"}), leaf({"w30"})));
  expect_same(
      {{word("w50"), word("w3"), word("w40")}},
      Query(Query::OP_AND, Query(Query::OP_AND, leaf({"w50"}), leaf({"w3"})), leaf({"w40"})));
  expect_same({{word("nowhere"), word("w1")}},
              Query(Query::OP_AND, leaf({"nowhere"}), leaf({"w1"})));
}

TEST_F(TermSearchTest, FindsAndWeighsSynonymsAsTheMatcherDoes) {
  const std::vector<std::string> some{"w40", "w50", "w55"};
  const Query any = leaf(some);
  expect_same({{{{{.terms = some}}}}}, any);
  expect_same({{{{{.terms = {"w40"}}, {.terms = some, .factor = 0.25}}}, word("w2")}},
              Query(Query::OP_AND,
                    Query(Query::OP_OR, leaf({"w40"}), Query(Query::OP_SCALE_WEIGHT, any, 0.25)),
                    leaf({"w2"})));
}

TEST_F(TermSearchTest, FindsTheSameInStretches) {
  const TermPlan plan{{word("w1"), word("w4")}, {}, {{.stems = {"w1", "w4"}}}};
  const auto database = snapshot_->database();
  const auto other = snapshot_->database();
  const auto search = TermSearch::open(*snapshot_, *database, plan);
  const TermSearch same = search->with(*other);
  std::map<Xapian::docid, double> all;
  for (const Xapian::docid middle : {1U, 700U, 1'500U, 1'600U, 5'000U}) {
    all.clear();
    const auto take = [&](Xapian::docid id, const auto& match) { all[id] = match.weight(); };
    search->each({.end = middle}, take);
    same.each({.first = middle}, take);
    EXPECT_EQ(all, found(plan)) << middle;
  }
  EXPECT_FALSE(all.empty());
}

/// So many articles with a phrase to be tested are shared. Also the best are the same, where many
/// weigh the same, and the first by date.
TEST_F(TermSearchTest, TwoHandsFindWhatOneDoes) {
  const Columns& columns = snapshot_->columns();
  const SearchRequest everything;
  const ColumnFilter filter(columns, everything, {});
  const RecencySource recency(columns, Recency{}, 0.0);
  std::array<bool, schema::facets.size()> all;
  all.fill(true);
  TermPassRequest pass{.columns = columns,
                       .filter = filter,
                       .counter = [&] { return Counter(columns, filter, all, true); },
                       .recency = recency,
                       .most = 50};
  const auto database = snapshot_->database();
  const auto other = snapshot_->database();
  const auto search = TermSearch::open(*snapshot_, *database,
                                       {{word("w0"), word("w1")}, {}, {{.stems = {"w0", "w1"}}}});
  ASSERT_GT(search->cost(), 30'000U);
  Helper helper;
  Hands hands(*database);
  hands.add(helper, *other);
  DatedStories order_of_two(columns, false, Sort::Oldest, 70, std::nullopt);
  DatedStories order_of_one = order_of_two.another();
  pass.order = &order_of_two;
  const TermPass two = run_term_pass(*search, hands, pass);
  pass.order = &order_of_one;
  const TermPass one = run_term_pass(*search, Hands(*database), pass);
  const std::vector<DateKey> oldest = order_of_one.take();
  EXPECT_EQ(oldest.size(), 70U);
  EXPECT_EQ(order_of_two.take(), oldest);
  expect_equal(two.counts, one.counts);
  EXPECT_EQ(two.counts.matches, one.counts.matches);
  ASSERT_EQ(two.best.size(), one.best.size());
  for (std::size_t i = 0; i < one.best.size(); ++i) EXPECT_EQ(two.best[i].id, one.best[i].id);
}

/// The moment at which a day of January 2024 begins.
Instant january(unsigned day) {
  return std::chrono::sys_days(std::chrono::year(2024) / 1 / day).time_since_epoch() /
         std::chrono::seconds(1);
}

/// The best of those that pass, as a look at each of them has it, are those of a pass.
void TermSearchTest::expect_best(const DateRange& dates) {
  const Columns& columns = snapshot_->columns();
  const ColumnFilter filter(columns, {}, dates);
  const RecencySource recency(columns, {.half_life = 3, .now = january(31)}, 2.0);
  const TermPassRequest pass{.columns = columns,
                             .filter = filter,
                             .counter = [&] { return Counter(columns, filter, {}, false); },
                             .recency = recency,
                             .most = 20};
  for (const TermPlan& plan : {TermPlan{{word("w3")}}, TermPlan{{word("w1"), word("w7")}}}) {
    std::vector<std::pair<double, Xapian::docid>> all;  // less is better
    for (const auto& [id, weight] : found(plan)) {
      if (filter.passes(id)) all.emplace_back(-(weight + recency.weight(id)), id);
    }
    std::sort(all.begin(), all.end());
    const auto database = snapshot_->database();
    const auto search = TermSearch::open(*snapshot_, *database, plan);
    const TermPass result = run_term_pass(*search, Hands(*database), pass);
    EXPECT_EQ(result.counts.total, all.size());
    ASSERT_EQ(result.best.size(), 20U);
    for (std::size_t i = 0; i < result.best.size(); ++i) {
      EXPECT_EQ(result.best[i].id, all[i].second) << i;
      EXPECT_DOUBLE_EQ(result.best[i].score, -all[i].first) << i;
    }
  }
}

/// It does not look at all of those that cannot be among them.
TEST_F(TermSearchTest, APassKeepsTheBestOfAllByWordsAndNewness) { expect_best({}); }

/// Which are ranked after they have been counted.
TEST_F(TermSearchTest, APassKeepsTheBestOfThoseThatPassAFilter) {
  expect_best({.from = january(12), .to = january(25) - 1});
  expect_best({.from = january(15) + 60, .to = january(29)});
}

TEST_F(TermSearchTest, WeighsGivenArticlesByTheWordsTheyHave) {
  const auto database = snapshot_->database();
  const auto search = TermSearch::open(*snapshot_, *database, {{word("w50"), word("w55")}});
  const std::map<Xapian::docid, double> one = found({{word("w50")}});
  const std::map<Xapian::docid, double> other = found({{word("w55")}});
  std::vector<Xapian::docid> ids;
  for (Xapian::docid id = 1; id <= database->last_number(); id += 3) {
    if (one.contains(id) || other.contains(id)) ids.push_back(id);
  }
  const std::vector<double> weights = search->weights(ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const double expected = (one.contains(ids[i]) ? one.at(ids[i]) : 0) +
                            (other.contains(ids[i]) ? other.at(ids[i]) : 0);
    EXPECT_DOUBLE_EQ(weights[i], expected);
  }
}

TEST_F(TermSearchTest, FindsAWordOfManyTermsAsTheMatcherDoes) {
  std::vector<std::string> many;
  for (int i = 30; i < 60; ++i) many.push_back("w" + std::to_string(i));
  expect_same({{{{{.terms = many}}}, word("w2")}}, Query(Query::OP_AND, leaf(many), leaf({"w2"})));
}

TEST_F(TermSearchTest, ATermCanBeLimitedToTheArticlesThatHaveOthers) {
  std::map<Xapian::docid, double> expected;
  const auto w30 = found({{word("w30")}});
  for (const std::string other : {"w50", "w55"}) {
    for (const auto& [id, weight] : found({{word("w30"), word(other)}})) expected[id] = w30.at(id);
  }
  ASSERT_LT(expected.size(), w30.size());
  const std::vector<WordTerms::Limited> limited{{"w30", {"w50", "w55"}}};
  const auto all = found({{{{{.terms = {}, .limited = limited}}}}});
  ASSERT_EQ(all.size(), expected.size());
  double ratio = 0;  // it weighs more, as it is rarer
  for (const auto& [id, weight] : all) {
    if (ratio == 0) ratio = weight / expected.at(id);
    EXPECT_GT(ratio, 1);
    EXPECT_NEAR(weight / expected.at(id), ratio, 1e-6);
  }
}

TEST_F(TermSearchTest, LeavesOutWhatIsExcludedAsTheMatcherDoes) {
  expect_same(
      {{word("w30")}, {"w2", "w50"}},
      Query(Query::OP_AND_NOT, leaf({"w30"}), Query(Query::OP_OR, leaf({"w2"}), leaf({"w50"}))));
}

TEST_F(TermSearchTest, FindsStemsInARowAsTheMatcherDoes) {
  const auto row = [this](const std::vector<std::string>& stems, Xapian::termpos window) {
    const auto source =
        new OrderSource(stems, OrderField::Text, window, snapshot_->files()->orders);
    return Query(Query::OP_FILTER, Query(Query::OP_AND, leaf({stems[0]}), leaf({stems[1]})),
                 Query(source->release()));
  };
  expect_same({{word("w1"), word("w4")}, {}, {{.stems = {"w1", "w4"}}}}, row({"w1", "w4"}, 0));
  expect_same({{word("w9"), word("w4")}, {}, {{.stems = {"w9", "w4"}, .window = 7}}},
              row({"w9", "w4"}, 7));
}

TEST(TopArticles, AreTheBestInOrderAndOfEqualsTheFirst) {
  TopArticles top(3);
  top.add(1, 0.5);
  top.add(2, 0.7);
  top.add(3, 0.5);
  top.add(4, 0.5);
  top.add(5, 0.9);
  std::string order;
  for (const FoundArticle& article : top.take()) order += std::to_string(article.id) + " ";
  EXPECT_EQ(order, "5 2 1 ");
  TopArticles none(0);
  none.add(1, 1);
  EXPECT_TRUE(none.take().empty());
}

}  // namespace
}  // namespace news

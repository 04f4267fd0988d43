#include "indexer/pair_lists.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "common/schema.h"
#include "indexer/fold.h"
#include "searchd/searcher.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using testing::Contains;
using testing::Not;

/// One in two has "prime minister", two in three "peace talks" or "talks peace", one in twenty
/// "rare pair", all "of the"; some have an author whose names are such words.
std::string made_up_article(int number, std::mt19937& random) {
  std::vector<std::string> words{"of the"};
  if (random() % 2 == 0) words.emplace_back("prime minister");
  if (random() % 3 > 0) words.emplace_back(random() % 2 == 0 ? "peace talks" : "talks peace");
  if (random() % 20 == 0) words.emplace_back("rare pair");
  for (int i = 0; i < 10; ++i) words.push_back("w" + std::to_string(random() % 8));
  std::shuffle(words.begin(), words.end(), random);
  std::string body;
  for (const std::string& word : words) body += word + " ";
  return nlohmann::json{{"id", std::to_string(number)},
                        {"title", words[3]},
                        {"body", body},
                        {"authors", {number % 5 == 0 ? "Minister Peace" : "Ann Lee"}},
                        {"language", "xx"}}
      .dump();
}

class PairLists : public testing::Test {
 protected:
  PairLists() {
    std::mt19937 random(7);
    std::vector<std::string> articles;
    for (int i = 0; i < 600; ++i) articles.push_back(made_up_article(i, random));
    archive_.build(articles);
    for (int i = 0; i < 100; ++i) more_.push_back(made_up_article(550 + i, random));
  }

  ArticleDatabase opened() const { return archive_.index().open(archive_.index().live()); }

  std::vector<std::string> pairs() const {
    std::vector<std::string> all;
    const auto file = opened().files().pairs;
    TermDictionary::Cursor term(file->terms());
    for (; !term.at_end(); term.next()) all.push_back(term.term());
    return all;
  }

  /// Every list of the base has the articles that have the pair, all of them, and no others.
  void expect_exact() const {
    const BaseFiles files = opened().files();
    std::string packed;
    for (const std::string& pair : pairs()) {
      const auto [first, second] = schema::words_of_pair(pair);
      const std::vector<OrderedTerm> terms{OrderedTerm(first), OrderedTerm(second)};
      std::vector<Xapian::docid> expected, listed;
      for (Xapian::docid number = 1; number <= files.orders->size(); ++number) {
        const auto has = [&](std::string_view word) {
          PostingCursor posting(files.postings->find(word));
          posting.skip_to(number);
          return posting.id() == number;
        };
        if (!has(first) || !has(second)) continue;
        files.orders->read(number, packed);
        if (WordOrder(packed).has_phrase(terms, OrderField::Text)) expected.push_back(number);
      }
      PostingCursor posting(files.pairs->find(pair));
      for (; !posting.at_end(); posting.next()) listed.push_back(posting.id());
      EXPECT_EQ(listed, expected) << pair;
    }
  }

  std::uint32_t found(const std::string& query) const {
    SearchRequest request;
    request.q = query;
    return Searcher(archive_.index()).search(request).total;
  }

  TestArchive archive_;
  std::vector<std::string> more_;
};

TEST_F(PairLists, HaveTheArticlesOfFrequentPairsAndNoOthers) {
  EXPECT_THAT(pairs(), Contains(schema::pair_term("prime", "minister")));
  EXPECT_THAT(pairs(), Contains(schema::pair_term("talks", "peace")));
  expect_exact();
}

TEST_F(PairLists, AreNotOfRarePairsNorOfWordsThatNearlyAllArticlesHave) {
  EXPECT_THAT(pairs(), Not(Contains(schema::pair_term("rare", "pair"))));
  EXPECT_THAT(pairs(), Not(Contains(schema::pair_term("of", "the"))));
}

TEST_F(PairLists, AreThereOfAFoldedBaseWithoutWhatIsGone) {
  archive_.add_all(more_);
  archive_.remove("7");
  fold(archive_.index());
  EXPECT_THAT(pairs(), Contains(schema::pair_term("prime", "minister")));
  expect_exact();
}

TEST_F(PairLists, OfFewArticlesThereAreNone) {
  archive_.build({R"({"id": "1", "body": "the prime minister of the prime minister"})"});
  EXPECT_EQ(opened().files().pairs, nullptr);
}

/// Without lists of pairs each article is looked up: what is found stays the same.
TEST_F(PairLists, FindTheSamePhrasesAsLookingArticlesUp) {
  archive_.add_all(more_);
  archive_.remove("11");
  const std::vector<std::string> queries{R"("prime minister")",
                                         R"("minister prime")",
                                         R"("peace talks" prime)",
                                         R"("w1 prime minister")",
                                         R"("prime minister" "talks peace")",
                                         R"(title:"prime minister")",
                                         R"("prime minister" NOT "peace talks")",
                                         R"("rare pair")",
                                         R"("minister peace")"};
  std::vector<std::uint32_t> with, without;
  for (const std::string& query : queries) with.push_back(found(query));
  std::filesystem::remove_all(
      BaseFiles::pairs_path(archive_.index().base(archive_.index().live())));
  for (const std::string& query : queries) without.push_back(found(query));
  EXPECT_EQ(with, without);
  EXPECT_GT(with.front(), 200U);
}

}  // namespace
}  // namespace news

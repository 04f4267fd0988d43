#include "searchd/few_articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "common/word_weight.h"
#include "tests/support/test_archive.h"

/// What is told of a few articles together is what the order of the words of each says, in both
/// parts of an index, by one hand or two.
namespace news {
namespace {

/// Low numbers are frequent; some articles have so many words that their codes are longer.
std::string made_up_article(int number, std::mt19937& random) {
  std::string body = "w1 w1 w2 ";
  const auto words = random() % (number % 20 == 0 ? 3'000 : 200);
  for (std::size_t i = 0; i < words; ++i) {
    body += "w" + std::to_string(random() % (1 + random() % (1 + words))) + " ";
  }
  return nlohmann::json{{"id", std::to_string(number)},
                        {"title", "w7 w" + std::to_string(number % 60)},
                        {"body", body},
                        {"language", "xx"}}
      .dump();
}

class FewArticlesTest : public testing::Test {
 protected:
  FewArticlesTest() {
    std::mt19937 random(5);
    std::vector<std::string> base, recent;
    for (int i = 0; i < 200; ++i) base.push_back(made_up_article(i, random));
    for (int i = 150; i < 250; ++i) recent.push_back(made_up_article(i, random));
    archive_.build(base);
    archive_.add_all(recent);
    database_.emplace(open());
    for (Xapian::docid id = 1; id <= database_->last_number(); ++id) {
      if (!database_->is_gone(id)) articles_.push_back({id, 0});
    }
    std::shuffle(articles_.begin(), articles_.end(), random);
  }

  ArticleDatabase open() { return archive_.index().open(archive_.index().live()); }

  void expect_places(const Hands& hands) {
    const std::vector<std::string> terms = {"w1", "w2", "w7", "w50", "w199", "w900"};
    FewArticles few(hands, articles_, 150);
    for (int again = 0; again < 2; ++again) {
      std::vector<FewArticles::Places> all(few.count());
      few.look(terms, [&](std::size_t article, const FewArticles::Places& places, const Hand&) {
        all[article] = places;
      });
      ASSERT_EQ(all.size(), 150U);
      for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string packed = database_->order(articles_[i].id);
        FewArticles::Places places;
        for (std::uint32_t term = 0; term < terms.size(); ++term) {
          for (const auto position : WordOrder(packed).find(OrderedTerm(terms[term]))) {
            places.push_back({position, term});
          }
        }
        std::sort(places.begin(), places.end());
        EXPECT_EQ(all[i], places) << articles_[i].id;
      }
    }
  }

  TestArchive archive_;
  std::optional<ArticleDatabase> database_;
  std::vector<FoundArticle> articles_;
};

TEST_F(FewArticlesTest, HaveTheWordsWhereEachHasThem) { expect_places(Hands(*database_)); }

TEST_F(FewArticlesTest, HaveTheSameForTwoHands) {
  const ArticleDatabase other = open();
  Helper helper;
  Hands hands(*database_);
  hands.add(helper, other);
  expect_places(hands);
}

/// The second look takes what a word weighs from where it stands.
TEST_F(FewArticlesTest, HaveWordsThatWeighWhatTheirPostingsSay) {
  const Hands hands(*database_);
  FewArticles few(hands, articles_, articles_.size());
  for (const char* term : {"w1", "w2", "w7", "w50"}) {
    few.look({term}, [&](std::size_t i, const FewArticles::Places& places, const Hand&) {
      const Xapian::docid id = articles_[i].id;
      TermCursor posting = database_->postings(id > database_->last_of_base() ? 1 : 0, term);
      posting.skip_to(id);
      if (posting.id() != id) return;
      Xapian::termcount weight = 0;
      for (const WordOrder::Place& place : places) weight += word_weight::at(place.position);
      EXPECT_EQ(weight, posting.wdf()) << id << ' ' << term;
    });
  }
}

TEST_F(FewArticlesTest, OfWhichThereAreNoneHaveNothing) {
  const Hands hands(*database_);
  FewArticles few(hands, {}, 0);
  EXPECT_EQ(few.count(), 0U);
  few.look({"w1"}, [](std::size_t, const FewArticles::Places&, const Hand&) { FAIL(); });
}

}  // namespace
}  // namespace news

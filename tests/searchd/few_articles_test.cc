#include "searchd/few_articles.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/support/test_archive.h"

/// What is told of a few articles together is what is told of each by itself, in both parts of an
/// index.
namespace news {
namespace {

/// Low numbers are frequent; some articles have so many words that their codes are longer.
std::string made_up_article(int number, std::mt19937& random) {
  std::string body = "w1 w1 w2 ";
  const auto words = random() % (number % 20 == 0 ? 3'000 : 200);
  for (std::size_t i = 0; i < words; ++i) {
    body += "w" + std::to_string(random() % (1 + random() % (1 + words))) + " ";
  }
  return nlohmann::json{{"id", std::to_string(number)}, {"body", body}, {"language", "xx"}}.dump();
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
    database_.emplace(archive_.index().open(archive_.index().live()));
    for (Xapian::docid id = 1; id <= database_->last_number(); ++id) {
      if (!database_->is_gone(id)) articles_.push_back({id, 0});
    }
    std::shuffle(articles_.begin(), articles_.end(), random);
  }

  /// How often an article has a term; 0 also where it does not.
  Xapian::termcount wdf(Xapian::docid id, const std::string& term) const {
    const std::size_t part = id > database_->last_of_base() ? 1 : 0;
    TermCursor posting = database_->postings(part, term);
    posting.skip_to(id);
    return posting.id() == id ? posting.wdf() : 0;
  }

  TestArchive archive_;
  std::optional<ArticleDatabase> database_;
  std::vector<FoundArticle> articles_;
};

TEST_F(FewArticlesTest, HaveTheTermsThatEachHas) {
  std::vector<FewArticles::Term> terms;
  for (const char* term : {"w1", "w2", "w7", "w50", "w199", "w900", "nowhere"}) {
    terms.push_back({term, database_->files().postings->terms().find(term)});
  }
  terms.front().in_base.reset();  // as if nobody had asked
  FewArticles few(*database_, articles_, 150);
  for (int again = 0; again < 2; ++again) {
    const std::vector<FewArticles::Terms> all = few.look(terms);
    ASSERT_EQ(all.size(), 150U);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Xapian::docid id = articles_[i].id;
      const std::string packed = database_->order(id);
      std::vector<std::vector<Xapian::termpos>> places(terms.size());
      for (const WordOrder::Place& place : all[i].places) {
        places[place.term].push_back(place.position);
      }
      for (std::size_t term = 0; term < terms.size(); ++term) {
        const std::string& text = terms[term].text;
        EXPECT_EQ(all[i].wdf[term], wdf(id, text)) << id << ' ' << text;
        if (all[i].wdf[term] == 0) {
          EXPECT_THAT(places[term], testing::IsEmpty()) << id << ' ' << text;
        } else {
          EXPECT_EQ(places[term], WordOrder(packed).find(OrderedTerm(text))) << id << ' ' << text;
        }
      }
    }
  }
}

TEST_F(FewArticlesTest, OfWhichThereAreNoneHaveNothing) {
  FewArticles few(*database_, {}, 0);
  EXPECT_THAT(few.look({{"w1"}}), testing::IsEmpty());
}

}  // namespace
}  // namespace news

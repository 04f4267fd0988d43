#include "indexer/fold.h"

#include <gmock/gmock.h>

#include "common/schema.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string article(const std::string& id, const std::string& title) {
  return R"({"id":")" + id + R"(","title":")" + title + R"("})";
}

ArticleDatabase opened(const TestArchive& archive) {
  return archive.index().open(archive.index().live());
}

class Fold : public testing::Test {
 protected:
  Fold() {
    archive_.build({article("1", "rain"), article("2", "snow"), article("3", "hail")});
    archive_.add_all({article("2", "sleet"), article("4", "fog")});
    archive_.remove("3");
  }

  TestArchive archive_;
};

TEST_F(Fold, LeavesABaseWithAllArticlesUnderTheirNumbers) {
  const std::vector<Xapian::docid> before = opened(archive_).with_term({});
  fold(archive_.index());
  const ArticleDatabase database = opened(archive_);
  EXPECT_EQ(database.with_term({}), before);
  EXPECT_EQ(database.last_of_base(), database.last_number());
  EXPECT_EQ(database.gone(), 0U);
  EXPECT_EQ(database.recent().get_doccount(), 0U);
  EXPECT_EQ(database.first_with_term("sleet"), database.first_with_term(schema::id_term("2")));
}

TEST_F(Fold, LeavesOutWhatIsGone) {
  fold(archive_.index());
  const ArticleDatabase database = opened(archive_);
  EXPECT_EQ(database.frequency("snow"), 0U);
  EXPECT_EQ(database.frequency("hail"), 0U);
  EXPECT_EQ(database.both().get_doccount(), 3U);
}

TEST_F(Fold, KeepsWhatIsKnownOfTheWhole) {
  {
    IndexWriter writer(archive_.index(), archive_.index().live(), TimeZone());
    writer.set_source_state("digest", "state");
    writer.commit();
  }
  const std::string revision = opened(archive_).metadata(schema::revision_key);
  fold(archive_.index());
  EXPECT_EQ(opened(archive_).metadata(schema::revision_key), revision);
  IndexWriter writer(archive_.index(), archive_.index().live(), TimeZone());
  EXPECT_EQ(writer.source_state("digest"), "state");
}

TEST_F(Fold, MovesTermsAndOrdersIntoTheFilesOfTheBase) {
  const ArticleDatabase before = opened(archive_);
  std::vector<std::string> orders;
  for (const Xapian::docid number : before.with_term({})) orders.push_back(before.order(number));
  fold(archive_.index());
  const ArticleDatabase database = opened(archive_);
  for (const std::string term : {"rain", "sleet", "fog"}) {
    EXPECT_EQ(database.files().postings->frequency(term), 1U) << term;
    EXPECT_EQ(database.both().get_termfreq(term), 0U) << term;
  }
  std::vector<std::string> now;
  for (const Xapian::docid number : database.with_term({})) {
    now.push_back(database.order(number));
    EXPECT_EQ(database.length(number), before.length(number));
    EXPECT_TRUE(database.document(number).get_value(schema::order_slot).empty());
  }
  EXPECT_EQ(now, orders);
}

TEST_F(Fold, CanBeChangedAndFoldedAgain) {
  fold(archive_.index());
  archive_.add_all({article("1", "frost"), article("5", "mist")});
  fold(archive_.index());
  const ArticleDatabase database = opened(archive_);
  EXPECT_THAT(database.with_term("rain"), IsEmpty());
  EXPECT_EQ(database.with_term("frost").size(), 1U);
  EXPECT_EQ(database.articles(), 4U);
}

TEST_F(Fold, OfAGenerationThatGrewMakesItsBase) {
  const TestArchive grown{article("1", "rain"), article("2", "snow")};
  EXPECT_EQ(opened(grown).last_of_base(), 0U);
  fold(grown.index());
  EXPECT_EQ(opened(grown).last_of_base(), 2U);
  EXPECT_THAT(opened(grown).with_term({}), ElementsAre(1, 2));
}

TEST_F(Fold, IsNotWorthItForAFew) {
  EXPECT_FALSE(is_worth_folding(archive_.index(), archive_.index().live()));
}

}  // namespace
}  // namespace news

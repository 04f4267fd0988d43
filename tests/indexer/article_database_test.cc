#include "common/article_database.h"

#include <gmock/gmock.h>

#include "common/schema.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ArticleDatabase opened(const TestArchive& archive) {
  return archive.index().open(archive.index().live());
}

std::string article(const std::string& id, const std::string& title) {
  return R"({"id":")" + id + R"(","title":")" + title + R"("})";
}

TEST(ArticleDatabase, NumbersWhatIsNewAfterTheBase) {
  TestArchive archive;
  archive.build({article("1", "rain"), article("2", "snow"), article("3", "hail")});
  archive.add(article("4", "fog"));
  const ArticleDatabase database = opened(archive);
  EXPECT_EQ(database.last_of_base(), 3U);
  EXPECT_EQ(database.last_number(), 4U);
  EXPECT_EQ(database.articles(), 4U);
  EXPECT_THAT(database.with_term({}), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(database.with_term({}, 2), ElementsAre(1, 2));
}

TEST(ArticleDatabase, GivesTheNumberOfEveryPlaceInTheSameOrder) {
  TestArchive archive;
  archive.build({article("1", "rain"), article("2", "rain")});
  archive.add_all({article("3", "rain"), article("4", "rain")});
  const ArticleDatabase database = opened(archive);
  std::vector<Xapian::docid> numbers;
  const auto end = database.both().postlist_end({});
  for (auto i = database.both().postlist_begin({}); i != end; ++i) {
    numbers.push_back(database.number_at(*i));
    EXPECT_EQ(database.place_of(numbers.back()), *i);
  }
  EXPECT_THAT(numbers, ElementsAre(1, 2, 3, 4));
}

TEST(ArticleDatabase, LeavesOutWhatIsGoneFromTheBase) {
  TestArchive archive;
  archive.build({article("1", "rain"), article("2", "snow"), article("3", "hail")});
  archive.add(article("2", "sleet"));
  archive.remove("3");
  const ArticleDatabase database = opened(archive);
  EXPECT_EQ(database.articles(), 2U);
  EXPECT_EQ(database.gone(), 2U);
  EXPECT_THAT(database.with_term("snow"), IsEmpty());
  EXPECT_THAT(database.with_term("hail"), IsEmpty());
  EXPECT_THAT(database.with_term({}), ElementsAre(1, 4));
  EXPECT_EQ(database.first_with_term(schema::id_term("2")), 4U);
}

TEST(ArticleDatabase, OfAGenerationThatGrewHasOnePart) {
  const TestArchive archive{article("1", "rain"), article("2", "snow")};
  const ArticleDatabase database = opened(archive);
  EXPECT_EQ(database.parts().size(), 1U);
  EXPECT_EQ(database.last_of_base(), 0U);
  EXPECT_EQ(database.number_at(2), 2U);
  EXPECT_THAT(database.with_term({}), ElementsAre(1, 2));
}

TEST(PackedNumbers, AreReadAsTheyWere) {
  const std::vector<Xapian::docid> numbers = {1, 2, 129, 130, 20'000, 2'000'000, 4'294'967'295};
  EXPECT_EQ(schema::unpack_numbers(schema::pack_numbers(numbers)), numbers);
  EXPECT_THAT(schema::unpack_numbers({}), IsEmpty());
}

TEST(PackedNumbers, OfAnyBytesAreSomeNumbers) {
  std::string bytes(1'000, '\xff');
  EXPECT_THAT(schema::unpack_numbers(bytes), IsEmpty());
  bytes += '\1';
  EXPECT_EQ(schema::unpack_numbers(bytes).size(), 1U);
}

}  // namespace
}  // namespace news

#include "indexer/bulk_load.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "common/schema.h"
#include "indexer/enrich.h"
#include "indexer/index_writer.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::string text(std::mt19937& random, int words) {
  std::string all;
  for (int i = 0; i < words; ++i) all += "word" + std::to_string(random() % 5'000) + ' ';
  return all;
}

std::string line(const std::string& id, int day, const std::string& body) {
  return nlohmann::json{
      {"id", id},
      {"title", "About " + id},
      {"body", body},
      {"authors", {day % 2 == 0 ? "ANNA KOWALSKA" : "Anna Kowalska"}},
      {"published", "2024-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day)}}
      .dump();
}

/// More articles than one thread takes at a time: a tenth are copies of some other, older or newer,
/// and some come again, in the same words or in others.
std::vector<Article> articles() {
  std::mt19937 random(1);
  std::vector<std::string> bodies;
  std::vector<Article> all;
  for (int i = 0; i < 2'500; ++i) {
    const bool copy = i > 0 && random() % 10 == 0;
    bodies.push_back(copy ? bodies[random() % bodies.size()] + "Corrected." : text(random, 40));
    const std::string again = std::to_string(random() % (static_cast<unsigned>(i) + 1));
    const bool repeated = random() % 40 == 0;
    all.push_back(TestArchive::parse(line(repeated ? again : std::to_string(i),
                                          static_cast<int>(random() % 28) + 1, bodies.back())));
    if (random() % 40 == 0) all.push_back(all.back());
  }
  return all;
}

using Changes = std::vector<IndexWriter::Change>;

/// Every article as it stands, by number: terms, order, story, data.
std::vector<std::string> documents(const TestArchive& archive) {
  const ArticleDatabase database = archive.index().open(archive.index().live());
  std::map<Xapian::docid, std::string> terms;
  if (const auto& file = database.files().postings) {
    for (TermDictionary::Cursor term(file->terms()); !term.at_end(); term.next()) {
      for (PostingCursor i(file->list(term.entry())); !i.at_end(); i.next()) {
        terms[i.id()] += term.term() + '*' + std::to_string(i.wdf()) + ' ';
      }
    }
  }
  std::vector<std::string> all;
  for (const Xapian::docid number : database.with_term({})) {
    const Xapian::Document document = database.document(number);
    std::string& those = terms[number];
    std::string identities;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      const bool is_identity = schema::is_identity(*term);
      (is_identity ? identities : those) += *term + '*' + std::to_string(term.get_wdf()) + ' ';
    }
    all.push_back(those + identities + database.order(number) +
                  document.get_value(schema::story_slot) + database.article(number));
  }
  return all;
}

TEST(BulkLoad, GivesTheSameIndexAsOneArticleAfterAnother) {
  Changes loaded, written;
  const TestArchive bulk, one_by_one;
  {
    IndexWriter writer(bulk.index(), bulk.index().live(), TimeZone());
    writer.load_in_bulk();
    for (Article article : articles()) {
      writer.spell_authors_alike(article);
      loaded.push_back(writer.put(std::move(article), schema::source_digest("file")).change);
    }
    EXPECT_TRUE(writer.is_loading());
    writer.commit();
  }
  {
    IndexWriter writer(one_by_one.index(), one_by_one.index().live(), TimeZone());
    for (Article article : articles()) {
      enrich(article);
      writer.spell_authors_alike(article);
      written.push_back(writer.put(std::move(article), schema::source_digest("file")).change);
    }
    writer.commit();
  }
  EXPECT_EQ(loaded, written);
  EXPECT_THAT(loaded, Contains(IndexWriter::Change::Replaced));
  EXPECT_THAT(loaded, Contains(IndexWriter::Change::Unchanged));
  std::vector<std::string> expected = documents(one_by_one);
  std::vector<std::string> found = documents(bulk);
  ASSERT_EQ(found.size(), expected.size());
  // What comes again in other words is written beside the base, and so comes last.
  std::sort(expected.begin(), expected.end());
  std::sort(found.begin(), found.end());
  for (std::size_t i = 0; i < found.size(); ++i) ASSERT_EQ(found[i], expected[i]);
}

TEST(BulkLoad, GoesOnAsUsualWhenSomethingElseIsAsked) {
  const TestArchive archive;
  IndexWriter writer(archive.index(), archive.index().live(), TimeZone("Europe/Kyiv"));
  writer.load_in_bulk();
  writer.put(TestArchive::parse(R"({"id":"1","title":"Rain"})"));
  writer.put(TestArchive::parse(R"({"id":"2","title":"Snow"})"));
  writer.set_source_state("digest", "state");
  EXPECT_EQ(writer.source_state("digest"), "state");
  EXPECT_TRUE(writer.remove("1"));
  EXPECT_FALSE(writer.is_loading());
  EXPECT_EQ(writer.put(TestArchive::parse(R"({"id":"2","title":"Snow again"})")).change,
            IndexWriter::Change::Replaced);
  writer.commit();
  EXPECT_EQ(writer.articles(), 1U);
  EXPECT_EQ(writer.source_state("digest"), "state");
  EXPECT_THAT(documents(archive), ElementsAre(testing::HasSubstr("Snow again")));
}

TEST(BulkLoad, OfNothingLeavesAnEmptyIndex) {
  const TestArchive archive;
  IndexWriter writer(archive.index(), archive.index().live(), TimeZone());
  writer.load_in_bulk();
  writer.commit();
  EXPECT_THAT(documents(archive), IsEmpty());
}

TEST(BandTable, KeepsTheFirstOfABandHoweverLargeItGrows) {
  BandTable table;
  for (std::uint32_t number = 1; number <= 200'000; ++number) {
    table.add(number % 12, number / 2, number);
    table.add(3, 7, number);
  }
  EXPECT_THAT(table.find(3, 7), ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9));
  for (std::uint32_t number = 1; number <= 200'000; number += 997) {
    EXPECT_THAT(table.find(number % 12, number / 2), Contains(number));
  }
  EXPECT_THAT(table.find(11, 4'000'000'000), IsEmpty());
}

}  // namespace
}  // namespace news

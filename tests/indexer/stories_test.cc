#include "indexer/stories.h"

#include <gmock/gmock.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "common/schema.h"
#include "indexer/document_builder.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

std::string text(int sentences, const std::string& theme) {
  std::string all;
  for (int i = 0; i < sentences; ++i) {
    const std::string n = std::to_string(i);
    all += "The council heard " + theme + n + " speak of " + theme + "'s river" + n +
           " and the bridge" + n + " over it. ";
  }
  return all;
}

std::string article(const std::string& id, const std::string& published, const std::string& body,
                    const std::string& story = {}) {
  nlohmann::json json{{"id", id}, {"title", "Title of " + id}, {"body", body}};
  if (!published.empty()) json["published"] = published;
  if (!story.empty()) json["story"] = story;
  return json.dump();
}

/// What copies there are, with `;` between: `b of a; c of a`.
std::string copies(const TestArchive& archive) {
  const ArticleDatabase database = archive.index().open(archive.index().live());
  std::string list;
  for (const Xapian::docid number : database.with_term({})) {
    const Article stored = TestArchive::parse(database.article(number));
    if (stored.story.empty()) continue;
    list += (list.empty() ? "" : "; ") + stored.id + " of " + stored.story;
  }
  return list;
}

std::vector<std::string> exported(const TestArchive& archive) {
  const ArticleDatabase database = archive.index().open(archive.index().live());
  std::vector<std::string> lines;
  for (const Xapian::docid number : database.with_term({})) {
    lines.push_back(database.article(number));
  }
  return lines;
}

/// Whether each document is what would be built of its article, as `newsindex check` asks.
bool sound(const TestArchive& archive) {
  const ArticleDatabase database = archive.index().open(archive.index().live());
  DocumentBuilder builder{TimeZone()};
  for (const Xapian::docid number : database.with_term({})) {
    const Xapian::Document document = database.document(number);
    const Article stored = TestArchive::parse(document.get_data());
    const Xapian::Document built = builder.build(stored);
    if (to_string(built) != to_string(document) ||
        built.get_value(schema::story_slot) != document.get_value(schema::story_slot)) {
      return false;
    }
  }
  return true;
}

void write(const TestArchive& archive, const std::function<void(IndexWriter&)>& work) {
  IndexWriter writer(archive.index(), archive.index().live(), TimeZone());
  work(writer);
  writer.commit();
}

const std::string rain = text(30, "rain");
const std::string snow = text(30, "snow");

TEST(Stories, WhoCameFirstIsTheOriginalInWhateverOrderTheyCome) {
  const std::string a = article("a", "2024-05-01", rain);
  const std::string b = article("b", "2024-05-02", "PARIS (Agency) - " + rain);
  const std::string c = article("c", "", rain + "More on this soon.");
  const std::string other = article("x", "2024-05-01", snow);
  EXPECT_EQ(copies(TestArchive{a, b, other, c}), "b of a; c of a");
  EXPECT_EQ(copies(TestArchive{c, b, other, a}), "c of a; b of a");
  TestArchive archive{c};
  for (const std::string& next : {b, other, a}) archive.add(next);
  EXPECT_EQ(copies(archive), "c of a; b of a") << "also in runs of their own";
  EXPECT_TRUE(sound(archive));
}

TEST(Stories, FirstPublishedCountsBeforePublishedAndTheOrderOfIndexingAfter) {
  nlohmann::json republished = nlohmann::json::parse(article("b", "2024-06-01", rain));
  republished["first_published"] = "2024-01-01";
  EXPECT_EQ(copies(TestArchive{article("a", "2024-05-01", rain), republished.dump()}), "a of b");
  EXPECT_EQ(copies(TestArchive{article("b", "", rain), article("a", "", rain)}), "a of b");
}

TEST(Stories, RemovingTheOriginalPromotesTheNext) {
  TestArchive archive{article("a", "2024-05-01", rain), article("b", "2024-05-03", rain),
                      article("c", "2024-05-02", rain)};
  archive.remove("a");
  EXPECT_EQ(copies(archive), "b of c");
  archive.remove("b");
  EXPECT_EQ(copies(archive), "");
  EXPECT_THAT(exported(archive)[0], testing::Not(testing::HasSubstr("derived")));
  EXPECT_TRUE(sound(archive));
}

TEST(Stories, RemovingSeveralInOneRunLeavesTheRest) {
  TestArchive archive{article("a", "2024-05-01", rain), article("b", "2024-05-02", rain),
                      article("c", "2024-05-03", rain), article("d", "2024-05-04", rain)};
  write(archive, [](IndexWriter& writer) {
    writer.remove("a");
    writer.remove("b");
    writer.put(TestArchive::parse(article("e", "2024-05-05", rain)));
  });
  EXPECT_EQ(copies(archive), "d of c; e of c");
  EXPECT_TRUE(sound(archive));
}

TEST(Stories, ACorrectedArticleLeavesItsStoryAndItsCopiesStayOne) {
  TestArchive archive{article("a", "2024-05-01", rain), article("b", "2024-05-02", rain),
                      article("c", "2024-05-03", rain)};
  archive.add(article("c", "2024-05-03", snow));
  EXPECT_EQ(copies(archive), "b of a");
  archive.add(article("c", "2024-05-03", rain));
  archive.add(article("a", "2024-05-01", snow));
  EXPECT_EQ(copies(archive), "c of b") << "the original itself has another text now";
  archive.add(article("a", "2024-05-01", rain));
  EXPECT_EQ(copies(archive), "b of a; c of a");
  archive.add(article("a", "2024-05-09", rain + "Corrected."));
  EXPECT_EQ(copies(archive), "a of b; c of b") << "it is dated later than its copies now";
  EXPECT_TRUE(sound(archive));
}

TEST(Stories, AnOriginalThatLeavesAndIsCopiedAgainInOneRunKeepsTheTwoApart) {
  TestArchive archive{article("a", "2024-05-01", rain), article("b", "2024-05-02", rain)};
  write(archive, [](IndexWriter& writer) {
    writer.put(TestArchive::parse(article("a", "2024-05-01", snow)));
    writer.put(TestArchive::parse(article("s", "2024-05-02", snow)));
    writer.put(TestArchive::parse(article("r", "2024-05-03", rain)));
  });
  EXPECT_EQ(copies(archive), "s of a; r of b");
  EXPECT_TRUE(sound(archive));
}

TEST(Stories, AnArticleThatIsNearTwoStoriesMakesThemOne) {
  const std::string long_version = text(60, "rain");
  TestArchive archive{article("long", "2024-05-01", long_version),
                      article("short", "2024-05-02", text(25, "rain"))};
  EXPECT_EQ(copies(archive), "");
  archive.add(article("middle", "2024-05-03", text(40, "rain")));
  EXPECT_EQ(copies(archive), "short of long; middle of long");
  EXPECT_TRUE(sound(archive));
}

TEST(Stories, WhatTheSourceSaysIsKept) {
  TestArchive archive{article("a", "2024-05-01", rain), article("b", "2024-05-02", rain, "z")};
  EXPECT_EQ(copies(archive), "b of z");
  archive.remove("a");
  EXPECT_EQ(copies(archive), "b of z");
}

TEST(Stories, ReadingAnArchiveTwiceChangesNothingAndItsExportGivesItAgain) {
  const std::vector<std::string> all{article("a", "2024-05-03", rain), article("x", "", snow),
                                     article("b", "2024-05-01", rain), article("y", "", snow),
                                     article("c", "", rain)};
  TestArchive archive;
  for (int time = 0; time < 2; ++time) {
    for (const std::string& one : all) archive.add(one);
    EXPECT_EQ(copies(archive), "a of b; y of x; c of b");
  }
  TestArchive imported;
  write(imported, [&](IndexWriter& writer) {
    for (const std::string& line : exported(archive)) writer.put(TestArchive::parse(line));
  });
  EXPECT_EQ(exported(imported), exported(archive));
  EXPECT_TRUE(sound(imported));
}

TEST(Stories, OfTheSampleAreTheTwoThatTheWireRepublished) {
  TestArchive archive;
  write(archive, [](IndexWriter& writer) {
    for (const std::string& line : sample_articles()) writer.put(TestArchive::parse(line));
  });
  EXPECT_THAT(
      copies(archive),
      testing::AllOf(
          testing::HasSubstr("2023-04-lican-first-light-wire of 2023-04-telescope-atacama"),
          testing::HasSubstr("2023-10-mokhethi-record-wire of 2023-10-marathon-record-cape-town"),
          testing::Not(testing::ContainsRegex(";.*;"))));
}

}  // namespace
}  // namespace news

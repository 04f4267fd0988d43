#include "indexer/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace news {
namespace {

/// So many sentences, each of nine words, the fourth and the ninth its own.
std::string text(int sentences, int from = 0) {
  std::string all;
  for (int i = from; i < from + sentences; ++i) {
    const std::string n = std::to_string(i);
    all += "The council heard witness" + n + " speak of river" + std::to_string(i * 7) +
           " and bridge" + std::to_string(i * 13) + ".\n\n";
  }
  return all;
}

Shingles of(const std::string& body, const std::string& title = "A title") {
  Article article;
  article.title = title;
  article.body = body;
  return shingles_of(article);
}

bool alike(const std::string& a, const std::string& b) { return near_identical(of(a), of(b)); }

TEST(Fingerprint, IsThatOfTheWordsAlone) {
  const std::string body = text(20);
  std::string shouted = body;
  std::ranges::transform(shouted, shouted.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  EXPECT_EQ(of(body), of(shouted));
  EXPECT_EQ(of(body), of("<p>" + body + "</p>&nbsp;<br/>"));
  EXPECT_EQ(of(body), of(body, "Another headline"));
  EXPECT_EQ(of("Müller " + body), of("mu\u0308ller " + body));
}

TEST(Fingerprint, KnowsAgenciesTagsCutsAndSmallEditsForTheSameText) {
  const std::string body = text(40);
  EXPECT_TRUE(alike(body, "KYIV, May 15 (Agency) - By Anna Kowalska - " + body));
  EXPECT_TRUE(alike(body, text(28))) << "the last paragraphs are cut";
  std::string edited = body;
  edited.replace(edited.find("witness11 "), 10, "somebody ");
  edited.replace(edited.find("river63"), 7, "the stream");
  EXPECT_TRUE(alike(body, edited));
}

TEST(Fingerprint, KnowsOtherTextsForOthers) {
  EXPECT_FALSE(alike(text(40), text(40, 100)));
  EXPECT_FALSE(alike(text(40), text(15))) << "less than half of it";
  EXPECT_FALSE(alike(text(40), text(20) + text(20, 100))) << "half of it is new";
}

TEST(Fingerprint, KnowsTheNoticesOfTwoDaysForOthers) {
  const auto notice = [](const std::string& sum, const std::string& rate) {
    return "The Central Bank entered the government securities market to arrange " + sum +
           " billion of customer repurchase agreements, a spokesman for the bank said. Dealers "
           "said that funds were trading at " +
           rate +
           " percent when it began its temporary and indirect supply of reserves to the banking "
           "system.";
  };
  EXPECT_FALSE(alike(notice("1.5", "6.1"), notice("two", "5.9")));
  EXPECT_TRUE(alike(notice("1.5", "6.1"), notice("1.5", "6.1")));
}

TEST(Fingerprint, ComparesShortTextsAsAWholeWithTheirHeadlines) {
  const std::string brief = "Trains between the two cities stood still on Friday after a storm.";
  EXPECT_EQ(of(brief, "Storm stops trains").size(), 1u);
  EXPECT_EQ(of(brief, "Storm stops trains"), of("(" + brief + ")", "STORM stops trains"));
  EXPECT_NE(of(brief, "Storm stops trains"), of(brief, "Storm stops trains again"));
  EXPECT_TRUE(of("", "Bank leaves rates unchanged").empty());
  EXPECT_FALSE(near_identical({}, {}));
}

TEST(Fingerprint, BandsOfNearIdenticalTextsAgreeAndOfOthersDoNot) {
  const auto shared = [](const Shingles& a, const Shingles& b) {
    const auto x = bands_of(a);
    const auto y = bands_of(b);
    int count = 0;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) count += x[i] == y[i] ? 1 : 0;
    return count;
  };
  EXPECT_EQ(bands_of(of(text(40))).size(), 12u);
  EXPECT_EQ(shared(of(text(40)), of(text(40))), 12);
  EXPECT_GT(shared(of(text(40)), of("KYIV (Agency) - " + text(38))), 3);
  EXPECT_EQ(shared(of(text(40)), of(text(40, 100))), 0);
  EXPECT_EQ(bands_of(of("", std::string(text(2)))).size(), 1u);
  EXPECT_TRUE(bands_of({}).empty());
}

TEST(Fingerprint, TakesAnyTextAndScriptsWithoutSpaces) {
  std::string chinese;
  for (int i = 0; i < 60; ++i) {
    chinese += "\xe4\xb8";
    chinese += static_cast<char>(0x80 + i);
  }
  EXPECT_EQ(of(chinese).size(), 57u);
  for (const char* odd : {"", "<", "&", "<a", "&#", "\xff\xfe", "a<b & c>d"}) {
    EXPECT_LE(of(odd + text(10)).size(), 110u);
  }
}

}  // namespace
}  // namespace news

#include "common/word_order.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <utility>

namespace news {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using enum OrderField;

std::vector<OrderedTerm> ordered(const std::string& words) {
  std::istringstream stream(words);
  std::vector<OrderedTerm> terms;
  for (std::string word; stream >> word;) terms.emplace_back(word);
  return terms;
}

Xapian::termpos add(WordOrderWriter& writer, const std::string& words, Xapian::termpos from,
                    OrderField field = Text) {
  std::istringstream stream(words);
  for (std::string word; stream >> word;) writer.add(OrderedTerm(word), from++, field);
  return from;
}

/// The headline from 1 on, the text from 1000 on, an author from 1500 on.
std::string sample() {
  WordOrderWriter writer;
  add(writer, "harbour strike ends", 1, Title);
  add(writer, "the strike in the harbour of new york ends today", 1000);
  add(writer, "ann york", 1500, Author);
  writer.add_beside(OrderedTerm("XIny"), 1006);
  return writer.pack(ordered("harbour strike ends the in of new york today ann XIny"));
}

TEST(WordOrder, TellsWhereATermStands) {
  const std::string packed = sample();
  const WordOrder order(packed);
  EXPECT_THAT(order.find(OrderedTerm("strike")), ElementsAre(2, 1001));
  EXPECT_THAT(order.find(OrderedTerm("york")), ElementsAre(1007, 1501));
  EXPECT_THAT(order.find(OrderedTerm("york"), Author), ElementsAre(1501));
  EXPECT_THAT(order.find(OrderedTerm("XIny")), ElementsAre(1006));
}

TEST(WordOrder, TellsWhereSeveralTermsStandAsItTellsOfEach) {
  std::string text;
  for (int i = 0; i < 800; ++i) text += " rare" + std::to_string(i);  // of longer codes
  for (const std::string& more : {std::string(), text}) {
    WordOrderWriter writer;
    add(writer, "harbour strike ends", 1, Title);
    add(writer, "the strike in the harbour of new york ends" + more, 1000);
    writer.add_beside(OrderedTerm("XIny"), 1006);
    const std::string packed =
        writer.pack(ordered("harbour strike ends the in of new york XIny" + more));
    const WordOrder order(packed);
    const std::vector<OrderedTerm> terms = ordered("york XIny harbour new");
    WordOrder::Finder finder;
    for (int again = 0; again < 2; ++again) {
      std::vector<std::vector<Xapian::termpos>> places(terms.size());
      Xapian::termpos last = 0;
      for (const WordOrder::Place& place : finder.find(order, terms)) {
        EXPECT_GE(place.position, std::exchange(last, place.position));
        places[place.term].push_back(place.position);
      }
      for (std::size_t i = 0; i < terms.size(); ++i) EXPECT_EQ(places[i], order.find(terms[i]));
    }
    EXPECT_THAT(finder.find(order, {}), IsEmpty());
  }
}

TEST(WordOrder, LosesNoTermToOneThatSharesItsCodeAndIsNotThere) {
  const std::string packed = sample();
  const WordOrder order(packed);
  const auto code = [salt = static_cast<std::uint8_t>(packed[1])](const std::string& term) {
    return OrderedTerm(term).code(salt) >> 16;
  };
  std::string same;
  for (int i = 0; code(same) != code("strike"); ++i) same = "x" + std::to_string(i);
  WordOrder::Finder finder;
  for (const std::string& terms : {"strike " + same, same + " strike"}) {
    std::vector<Xapian::termpos> places;
    for (const WordOrder::Place& place : finder.find(order, ordered(terms))) {
      if ((place.term == 0) == (terms[0] == 's')) places.push_back(place.position);
    }
    EXPECT_THAT(places, ElementsAre(2, 1001)) << terms;
  }
}

TEST(WordOrder, FindsRowsOfWordsWithinOneField) {
  const std::string packed = sample();
  const WordOrder order(packed);
  EXPECT_TRUE(order.has_phrase(ordered("harbour strike ends"), Text));
  EXPECT_TRUE(order.has_phrase(ordered("harbour strike ends"), Title));
  EXPECT_FALSE(order.has_phrase(ordered("harbour strike ends"), Author));
  EXPECT_TRUE(order.has_phrase(ordered("of new york"), Text));
  EXPECT_FALSE(order.has_phrase(ordered("of new york"), Title));
  EXPECT_FALSE(order.has_phrase(ordered("strike harbour"), Text));
  EXPECT_FALSE(order.has_phrase(ordered("ends the"), Text)) << "the headline ends there";
  EXPECT_TRUE(order.has_phrase(ordered("of XIny york"), Text)) << "it stands beside new";
}

TEST(WordOrder, FindsWordsThatAreNear) {
  const std::string packed = sample();
  const WordOrder order(packed);
  EXPECT_TRUE(order.has_near(ordered("york harbour"), Text, 4));
  EXPECT_FALSE(order.has_near(ordered("york harbour"), Text, 3));
  EXPECT_TRUE(order.has_near(ordered("the the"), Text, 4));
  EXPECT_FALSE(order.has_near(ordered("the the"), Text, 3));
  EXPECT_FALSE(order.has_near(ordered("the the the"), Text, 100));
  EXPECT_TRUE(order.has_near(ordered("ends harbour"), Title, 3));
  EXPECT_FALSE(order.has_near(ordered("ends york"), Title, 3));
}

TEST(WordOrder, AnArticleWithoutWordsHasNone) {
  EXPECT_EQ(WordOrderWriter().pack({}), "");
  EXPECT_THAT(WordOrder("").find(OrderedTerm("strike")), IsEmpty());
  EXPECT_FALSE(WordOrder("").has_phrase(ordered("harbour strike"), Text));
}

/// Two bytes cannot tell so many terms apart.
TEST(WordOrder, TellsTheTermsOfALongArticleApart) {
  WordOrderWriter writer;
  constexpr Xapian::termpos count = 20'000;
  std::vector<OrderedTerm> terms;
  for (Xapian::termpos i = 0; i < count; ++i) {
    terms.emplace_back("w" + std::to_string(i));
    writer.add(terms.back(), i + 1, Text);
  }
  const std::string packed = writer.pack(terms);
  const WordOrder order(packed);
  for (Xapian::termpos i = 0; i < count; i += 7) {
    EXPECT_THAT(order.find(OrderedTerm("w" + std::to_string(i))), ElementsAre(i + 1));
  }
}

/// Against the plainest of searches, over texts of few different words.
TEST(WordOrder, FindsTheSamePhrasesAsAComparisonWordByWord) {
  std::mt19937 random(1);
  for (int text = 0; text < 200; ++text) {
    std::vector<std::string> words;
    WordOrderWriter writer;
    for (Xapian::termpos i = 1; i <= 60; ++i) {
      words.push_back("w" + std::to_string(random() % 6));
      writer.add(OrderedTerm(words.back()), i, Text);
    }
    std::vector<std::string> different = words;
    std::sort(different.begin(), different.end());
    different.erase(std::unique(different.begin(), different.end()), different.end());
    const std::string packed = writer.pack({different.begin(), different.end()});
    const WordOrder order(packed);
    const std::vector<std::string> phrase{words[random() % 60], words[random() % 60],
                                          words[random() % 60]};
    const bool expected =
        std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
    EXPECT_EQ(order.has_phrase({phrase.begin(), phrase.end()}, Text), expected)
        << testing::PrintToString(words) << testing::PrintToString(phrase);
  }
}

TEST(WordOrder, DamagedBytesAreReadToTheirEnd) {
  const std::string packed = sample();
  for (std::size_t size = 0; size < packed.size(); ++size) {
    for (const char byte : {'\0', '\x7f', '\xff'}) {
      const std::string damaged = packed.substr(0, size) + byte + packed.substr(size);
      const WordOrder order(damaged);
      order.find(OrderedTerm("strike"));
      order.has_phrase(ordered("harbour strike"), Text);
      order.has_near(ordered("harbour strike"), Title, 5);
    }
    EXPECT_FALSE(WordOrder(packed.substr(0, size)).has_phrase(ordered("ann york"), Text));
  }
}

}  // namespace
}  // namespace news

#include "searchd/lexicon.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>

#include "searchd/lexicon_reader.h"
#include "tests/support/test_archive.h"

namespace news {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Lexicon lexicon(const std::map<std::string, std::uint32_t>& words) {
  Lexicon result;
  for (const auto& [word, count] : words) result.add(word, count);
  result.finish();
  return result;
}

std::vector<std::string> near(const Lexicon& lexicon, const std::string& form, unsigned distance) {
  std::vector<std::string> forms;
  for (const auto& found : lexicon.near(form, distance)) {
    forms.push_back(found.form + " " + std::to_string(found.distance));
  }
  return forms;
}

TEST(Lexicon, FindsWordsByMissingWrongAddedAndSwappedLetters) {
  const Lexicon words = lexicon({{"agreement", 9}, {"harbour", 3}, {"kyiv", 2}, {"київ", 1}});
  EXPECT_THAT(near(words, "agreemnt", 1), ElementsAre("agreement 1"));
  EXPECT_THAT(near(words, "aggreement", 1), ElementsAre("agreement 1"));
  EXPECT_THAT(near(words, "agreememt", 1), ElementsAre("agreement 1"));
  EXPECT_THAT(near(words, "harbuor", 1), ElementsAre("harbour 1"));
  EXPECT_THAT(near(words, "harbr", 1), IsEmpty());
  EXPECT_THAT(near(words, "harbr", 2), ElementsAre("harbour 2"));
  EXPECT_THAT(near(words, "kiyv", 1), ElementsAre("kyiv 1"));
  EXPECT_THAT(near(words, "киів", 1), ElementsAre("київ 1")) << "a letter of two bytes is one";
  EXPECT_THAT(near(words, "kyiv", 2), IsEmpty()) << "the word itself is none of them";
  EXPECT_THAT(near(words, "", 2), IsEmpty());
  EXPECT_THAT(near(words, std::string(1000, 'x'), 2), IsEmpty());
}

/// The optimal string alignment distance, plainly.
unsigned distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (unsigned i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (unsigned j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (unsigned i = 1; i <= a.size(); ++i) {
    for (unsigned j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST(Lexicon, FindsExactlyWhatAPlainComparisonFinds) {
  std::mt19937 random(20240515);
  const auto word = [&] {
    std::string text;
    for (auto length = random() % 8 + 1; length > 0; --length) {
      text += static_cast<char>('a' + random() % 3);
    }
    return text;
  };
  std::map<std::string, std::uint32_t> words;
  for (int i = 0; i < 1000; ++i) words[word()] = 1;
  const Lexicon all = lexicon(words);
  for (int i = 0; i < 300; ++i) {
    const std::string sought = word();
    for (unsigned most = 1; most <= 2; ++most) {
      std::vector<std::string> expected;
      for (const auto& [one, count] : words) {
        const unsigned away = distance(sought, one);
        if (away > 0 && away <= most) expected.push_back(one + " " + std::to_string(away));
      }
      ASSERT_EQ(near(all, sought, most), expected) << sought << " " << most;
    }
  }
}

TEST(Lexicon, DropsTheRarestOfTooManyWords) {
  Lexicon words;
  constexpr std::size_t many = Lexicon::max_words + 100;
  for (std::size_t i = 0; i < many; ++i) {
    std::string word = std::to_string(many + i);
    words.add(word, i % 1000 == 0 ? 7 : 1);
  }
  words.finish();
  EXPECT_EQ(words.size(), (many + 999) / 1000);
  EXPECT_EQ(words.count(std::to_string(many)), 7U);
  EXPECT_EQ(words.count(std::to_string(many + 1)), 0U);
}

TEST(LexiconReader, CountsTheArticlesThatHaveAWordInThisVeryForm) {
  const TestArchive archive{
      R"({"id":"1","title":"Elections","body":"An election in Zürich, Covid19."})",
      R"({"id":"2","title":"Elections in Gdańsk","body":"UN of 2024"})",
      R"({"id":"3","title":"Rains","authors":["Anna Müller"]})"};
  const Lexicon words = read_lexicon([&] { return archive.index().open(archive.index().live()); });
  const std::vector<std::pair<std::string, std::uint32_t>> table = {
      {"elections", 2}, {"election", 1}, {"elect", 0}, {"zurich", 1}, {"gdansk", 1}, {"rains", 1},
      {"rain", 0},      {"muller", 1},   {"un", 0},    {"2024", 0},   {"covid19", 0}};
  for (const auto& [word, count] : table) EXPECT_EQ(words.count(word), count) << word;
}

}  // namespace
}  // namespace news

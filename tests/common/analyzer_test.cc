#include "common/analysis/analyzer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/analysis/white_space.h"
#include "common/text.h"

namespace news {
namespace {

struct Row {
  std::string text;
  std::string tokens;
};

void expect(const std::vector<Row>& table, const std::string& language) {
  Analyzer analyzer;
  for (const Row& row : table) {
    EXPECT_EQ(to_string(analyzer.analyze(row.text, language)), row.tokens) << row.text;
  }
}

TEST(Analyzer, FoldsCaseAndDiacritics) {
  expect(
      {{"Müller MULLER muller", "muller[1] muller[2] muller[3]"},
       {"Łódź Gdańsk", "lodz[1] gdansk[2]"},
       {"Øresund Straße İstanbul ısı Đorđe", "oresund[1] strasse[2] istanbul[3] isi[4] dorde[5]"},
       {"Ærø Œuvre Þór", "aero[1] oeuvre[2] thor[3]"},
       {"Київ їжак Ёлка", "київ[1] їжак[2] елка[3]"},
       {"Ａｔｈｅｎｓ", "athens[1]"},
       {"Αθήνα", "αθηνα[1]"}},
      "");
}

// U+0144 was once cut to its low byte, which is a D.
TEST(Analyzer, FoldsLettersWhoseLowByteIsAscii) {
  EXPECT_EQ(fold_key("ńŃłŁćśżőűřďŭňŝāēīōū"), "nnllcszourdunsaeiou");
}

TEST(Analyzer, FoldsEveryLatinLetterToWhatItIsFoldedTo) {
  for (char32_t c = 0xC0; c < 0x250; ++c) {
    const std::string letter{static_cast<char>(0xC0 | (c >> 6)),
                             static_cast<char>(0x80 | (c & 0x3F))};
    const std::string once = fold_key(letter);
    EXPECT_EQ(fold_key(once), once) << letter;
    EXPECT_FALSE(find_invalid_utf8(once)) << letter;
  }
}

TEST(Analyzer, DropsThePossessive) {
  expect({{"Zelensky's plan", "zelensky[1] plan[2]"},
          {"Zelensky’s plan", "zelensky[1] plan[2]"},
          {"the dockers’ strike", "the[1] dockers[2] strike[3]"},
          {"the U.K.'s vote", "the[1] uk[2] vote[3]"}},
         "");
}

TEST(Analyzer, KnowsAcronymsWithAndWithoutDots) {
  expect(
      {{"U.S. US U.S.A.", "us[1] us[2] usa[3]"}, {"in the U.S. The", "in[1] the[2] us[3] the[4]"}},
      "");
}

TEST(Analyzer, GivesThePiecesAndTheWholeOfACompound) {
  expect({{"al-Qaeda", "al[1] qaeda[2] alqaeda[1]="},
          {"al‑Qaeda", "al[1] qaeda[2] alqaeda[1]="},
          {"COVID-19", "covid[1] 19[2] covid19[1]="},
          {"F-16", "f[1] 16[2] f16[1]="},
          {"Pay-as-you-go-now", "pay[1] as[2] you[3] go[4] now[5]"},
          {"R&D", "r[1] d[2] rd[1]="},
          {"Rhine – Ruhr", "rhine[1] ruhr[2]"}},
         "");
}

TEST(Analyzer, KeepsNumbersWithTheirUnits) {
  expect({{"$1.5bn", "1.5[1] bn[2] 1.5bn[1]="},
          {"$1.5 bn", "1.5[1] bn[2]"},
          {"1,000 and 1,000,000", "1000[1] and[2] 1000000[3]"},
          {"3.5% of 2024", "3.5[1] of[2] 2024[3]"},
          {"10th 2020s", "10th[1] 2020s[2]"}},
         "");
}

TEST(Analyzer, KnowsAddressesTagsAndLanguagesOfProgrammers) {
  expect({{"mail anna.kowalska@example.org now",
           "mail[1] anna[2] kowalska[3] example[4] org[5] annakowalskaexampleorg[2]= now[6]"},
          {"#MeToo @anna", "metoo[1] anna[2]"},
          {"C++ and C#.", "c++[1] and[2] c#[3]"}},
         "");
}

TEST(Analyzer, KnowsApostrophes) {
  expect({{"O'Neil O’Neil", "o[1] neil[2] oneil[1]= o[3] neil[4] oneil[3]="},
          {"l'accord", "l[1] accord[2] laccord[1]="},
          {"don't", "dont[1]"},
          {"п'ять п’ять пʼять", "пять[1] пять[2] пять[3]"}},
         "");
}

TEST(Analyzer, StemsByLanguage) {
  expect({{"elections elected", "elections/elect[1] elected/elect[2]"},
          {"Harbours covid19 F", "harbours/harbour[1] covid19[2] f[3]"}},
         "en-GB");
  expect({{"Häuser Haus", "hauser/haus[1] haus[2]"}}, "de");
  expect({{"вибори", "вибори[1]"}}, "uk");
}

TEST(Analyzer, CutsTextWithoutSpacesIntoWords) {
  Analyzer analyzer;
  const std::vector<std::pair<std::string, std::string>> table{{"乌克兰和丹麦签署安全协议", "丹麦"},
                                                               {"東京で地震がありました", "東京"},
                                                               {"ประเทศไทยมีน้ำท่วม", "ประเทศไทย"}};
  for (const auto& [text, word] : table) {
    const std::vector<Token> tokens = analyzer.analyze(text, "");
    EXPECT_GT(tokens.size(), 2u) << text;
    const bool has_word = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return text.substr(token.begin, token.end - token.begin) == word;
    });
    EXPECT_TRUE(has_word) << to_string(tokens);
  }
}

TEST(Analyzer, OffsetsCoverWhatASnippetMarks) {
  Analyzer analyzer;
  const std::string text = "“Zelensky’s” U.S. $1.5bn #MeToo Łódź C++";
  std::vector<std::string> covered;
  for (const Token& token : analyzer.analyze(text, "en")) {
    covered.push_back(text.substr(token.begin, token.end - token.begin));
  }
  EXPECT_EQ(covered, (std::vector<std::string>{"Zelensky", "U.S.", "1.5", "bn", "1.5bn", "MeToo",
                                               "Łódź", "C++"}));
}

TEST(Analyzer, TakesAnyBytes) {
  Analyzer analyzer;
  EXPECT_NO_THROW(analyzer.analyze(std::string("a\0b \xff\xfe word", 12), "en"));
  EXPECT_TRUE(analyzer.analyze("", "en").empty());
  EXPECT_TRUE(analyzer.analyze("… — ?! 🙂", "en").size() <= 1);
  const std::string long_word(5000, 'x');
  EXPECT_EQ(analyzer.analyze(long_word, "en").at(0).form.size(), 60u);
}

Beginnings beginnings_of(const std::vector<std::string>& forms) {
  Beginnings beginnings;
  for (const std::string& form : forms) beginnings.add(form);
  return beginnings;
}

TEST(Analyzer, LooksOnlyAtWhatBeginsAsAsked) {
  Analyzer analyzer;
  const std::string text = "Cities running, Çay co-op Wi-Fi - all-clear";
  const auto words =
      analyzer.analyze_some(text, "en", beginnings_of({"citi", "cay", "coop", "clear"}));
  EXPECT_EQ(to_string(words), "cities/citi[1] cay[3] co[4] op/[5] coop[4]= clear[8]");
}

/// Texts of words, compounds and whatever else stands between white space.
std::vector<std::string> thrown_together(int texts) {
  constexpr std::array parts{"city",   "Cities",
                             "co",     "CO-op",
                             "C",      "c.i.t.y.",
                             "O'City", "a",
                             "x-city", "7city",
                             "1,000",  "10",
                             "1.5m",   "don't",
                             "U.S.",   "'s",
                             "C++",    "çity",
                             "naïve",  "_city",
                             "a_city", "日本語",
                             "город",  "สวัสดี",
                             "\u2019", "\u201cCity\u201d",
                             "-",      "*",
                             "& city", "@city",
                             "(city)", "city,",
                             "café's", "\u0301",
                             "…"};
  constexpr std::array spaces{" ", " ", " ", "  ", "\n", "\r\n", "\t", "-", ""};
  std::mt19937 random(1);
  std::vector<std::string> made(static_cast<std::size_t>(texts));
  for (std::string& text : made) {
    for (std::size_t length = random() % 9; length > 0; --length) {
      text += parts[random() % parts.size()];
      text += spaces[random() % spaces.size()];
    }
  }
  return made;
}

/// Of those that begin as wanted, and of the compounds whose first word does.
std::vector<Token> wanted_of(const std::vector<Token>& all, const Beginnings& wanted) {
  std::vector<Token> some;
  for (const Token& token : all) {
    const auto first = std::find_if(all.begin(), all.end(), [&](const Token& other) {
      return !other.whole && other.begin == token.begin;
    });
    if (wanted.has_that_of(first->form) && wanted.has_that_of(token.form)) some.push_back(token);
  }
  return some;
}

void expect_some(Analyzer& analyzer, const std::string& text, const Beginnings& wanted) {
  const auto all = wanted_of(analyzer.analyze(text, "en"), wanted);
  const auto some = wanted_of(analyzer.analyze_some(text, "en", wanted), wanted);
  ASSERT_EQ(some.size(), all.size()) << text;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Token as_if = some[i];
    as_if.position = all[i].position;
    ASSERT_EQ(as_if, all[i]) << text << ": " << to_string({as_if, all[i]});
    const bool follows = i > 0 && all[i].position == all[i - 1].position + 1;
    ASSERT_EQ(i > 0 && some[i].position == some[i - 1].position + 1, follows) << text;
  }
}

TEST(Analyzer, FindsOfSomeWordsWhatItFindsOfAll) {
  Analyzer analyzer;
  Beginnings all_words;
  all_words.add_all();
  for (const Beginnings& wanted :
       {beginnings_of({"citi", "coop", "1000", "us", "город"}), beginnings_of({"c"}), all_words}) {
    for (const std::string& text : thrown_together(5'000)) expect_some(analyzer, text, wanted);
  }
}

TEST(Analyzer, TellsPlacesFromAnyWhiteSpaceOn) {
  Analyzer analyzer;
  const std::string text = "Wi-Fi  for U.S. cities";
  std::string words;
  for (const WordPlace& place : analyzer.places(text, 6)) {
    words += text.substr(place.begin, place.end - place.begin) + '|';
  }
  EXPECT_EQ(words, "for|U.S.|cities|");
  for (const std::string& one : thrown_together(2'000)) {
    const std::vector<WordPlace> all = analyzer.places(one, 0);
    for (std::size_t begin = part_begin(one, one.size()); begin > 0;
         begin = part_begin(one, begin - 1)) {
      const std::vector<WordPlace> rest = analyzer.places(one, begin);
      ASSERT_LE(rest.size(), all.size()) << one;
      const auto same = [](const WordPlace& a, const WordPlace& b) {
        return a.begin == b.begin && a.end == b.end;
      };
      ASSERT_TRUE(std::equal(rest.rbegin(), rest.rend(), all.rbegin(), same)) << one;
      ASSERT_TRUE(rest.size() == all.size() || all[all.size() - rest.size() - 1].end <= begin)
          << one;
    }
  }
}

TEST(Analyzer, TellsFormsWithoutStems) {
  EXPECT_EQ(to_string(Analyzer().forms("Cities, Wi-Fi")), "cities/[1] wi/[2] fi/[3] wifi/[2]=");
}

/// Highlighting leaves out words by what they begin with.
void expect_kept(Analyzer& analyzer, const std::string& word, const std::string& language) {
  Beginnings beginnings;
  beginnings.add(analyzer.stem(word, language));
  EXPECT_TRUE(beginnings.has_that_of(word)) << word << " in " << language;
}

TEST(Analyzer, StemsKeepTheBeginningOfAWord) {
  Analyzer analyzer;
  for (const std::string language : {"ca", "da", "de", "en", "es", "eu", "fr", "hu", "hy", "it",
                                     "lt", "nl", "no", "pt", "ro", "ru", "sv"}) {
    ASSERT_TRUE(Analyzer::keeps_beginnings(language));
    for (const char* word :
         {"yields", "skies", "dying", "idly", "geworden", "aufgestanden", "running", "news",
          "increasingly", "говорили", "об", "yyyy", "aeds", "նրանց"}) {
      expect_kept(analyzer, word, language);
    }
    // Short words are where little else is left to be changed.
    std::string word(3, 'a');
    for (word[0] = 'a'; word[0] <= 'z'; ++word[0]) {
      for (word[1] = 'a'; word[1] <= 'z'; ++word[1]) {
        for (word[2] = 'a'; word[2] <= 'z'; ++word[2]) expect_kept(analyzer, word, language);
        expect_kept(analyzer, word.substr(0, 2), language);
      }
    }
  }
  for (const char* language : {"ar", "ga", "id-ID", "fi", "tr"}) {
    EXPECT_FALSE(Analyzer::keeps_beginnings(language)) << language;
  }
}

TEST(Analyzer, KnowsStopWordsByLanguage) {
  EXPECT_TRUE(Analyzer::is_stop_word("the", "en-GB"));
  EXPECT_TRUE(Analyzer::is_stop_word("fur", "de"));
  EXPECT_FALSE(Analyzer::is_stop_word("strike", "en"));
  EXPECT_FALSE(Analyzer::is_stop_word("the", "xx"));
}

TEST(Analyzer, FindsEveryNameItWasFilledWith) {
  // What a reader types meets what an article has, in each spelling.
  Analyzer analyzer;
  const auto forms = [&](const std::string& text) {
    std::string all;
    for (const Token& token : analyzer.analyze(text, "en")) all += token.stem + " ";
    return all;
  };
  EXPECT_EQ(forms("Gdańsk"), forms("gdansk"));
  EXPECT_EQ(forms("O’Neil"), forms("o'neil"));
  EXPECT_EQ(forms("STRAUSS"), forms("Strauß"));
  EXPECT_EQ(forms("Kharkiv's"), forms("kharkiv"));
}

TEST(FoldKey, TakesNamesAsAWhole) {
  EXPECT_EQ(fold_key("  Müller\t "), fold_key("MULLER"));
  EXPECT_EQ(fold_key("O’Neil"), fold_key("O'NEIL"));
}

}  // namespace
}  // namespace news

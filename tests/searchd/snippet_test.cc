#include "searchd/snippet.h"

#include <gmock/gmock.h>

#include "common/text.h"
#include "searchd/query_parser.h"

namespace news {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string snippet(const std::string& text, const std::string& q,
                    const std::string& language = "en") {
  Analyzer analyzer;
  Highlighter highlighter(parse_query(q).root, analyzer);
  const auto words = analyzer.analyze_some(text, language, highlighter.beginnings(language));
  return snippet_html(text, highlighter.find(words, language, {}), analyzer);
}

std::string filler(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) text += "Nothing of note was said on that long day. ";
  return text;
}

TEST(Snippet, MarksAllFormsOfAWordAndNoOthers) {
  EXPECT_EQ(
      snippet("He elected her. The election, they said, elects.", "elections"),
      "He <mark>elected</mark> her. The <mark>election</mark>, they said, <mark>elects</mark>.");
}

TEST(Snippet, MarksAPhraseAsAWholeAndNowhereElse) {
  EXPECT_EQ(snippet("An agreement on security. A security agreement. Security!",
                    "\"security agreement\""),
            "An agreement on security. A <mark>security agreement</mark>. Security!");
}

TEST(Snippet, MarksAStopWordOnlyInsideAPhrase) {
  EXPECT_EQ(snippet("The end of the war is not the end.", "\"end of the war\""),
            "The <mark>end of the war</mark> is not the end.");
}

TEST(Snippet, MarksCompoundsHoweverTheyAreTyped) {
  const std::string marked = "What <mark>al-Qaeda</mark> said.";
  EXPECT_EQ(snippet("What al-Qaeda said.", "alqaeda"), marked);
  EXPECT_EQ(snippet("What al-Qaeda said.", "al-Qaeda"), marked);
  EXPECT_EQ(snippet("What al-Qaeda said.", "qaeda"), "What al-<mark>Qaeda</mark> said.");
}

TEST(Snippet, LeavesThePossessiveOutOfTheMark) {
  EXPECT_EQ(snippet("Zelensky’s plan", "zelensky"), "<mark>Zelensky</mark>’s plan");
}

TEST(Snippet, EscapesHtml) {
  EXPECT_EQ(snippet("Profit < promise & \"fit\" <script>alert(1)</script>", "promise"),
            "Profit &lt; <mark>promise</mark> &amp; &quot;fit&quot; "
            "&lt;script&gt;alert(1)&lt;/script&gt;");
}

TEST(Snippet, DoesNotMarkWhatIsExcluded) {
  EXPECT_EQ(snippet("Rain and wind.", "rain -wind"), "<mark>Rain</mark> and wind.");
}

TEST(Snippet, ShowsThePassageWithMostOfTheQuery) {
  const std::string text = "Harbour news first. " + filler(30) +
                           "The harbour strike began in Gdansk on Monday. " + filler(30);
  const std::string shown = snippet(text, "gdansk harbour strike");
  EXPECT_THAT(shown, HasSubstr("The <mark>harbour</mark> <mark>strike</mark> began in "
                               "<mark>Gdansk</mark> on Monday."));
  EXPECT_THAT(shown, AllOf(StartsWith("… "), EndsWith("…")));
  EXPECT_THAT(shown, Not(HasSubstr("Harbour news")));
}

TEST(Snippet, BeginsWithASentenceWhereOneIsNear) {
  const std::string shown =
      snippet(filler(30) + "The dockers of Gdansk won." + filler(5), "gdansk");
  EXPECT_THAT(shown, HasSubstr("<mark>Gdansk</mark>"));
  EXPECT_TRUE(shown.starts_with("… The dockers") || shown.starts_with("… Nothing")) << shown;
}

TEST(Snippet, IsTheBeginningWhereNothingMatches) {
  const std::string shown = snippet("First words. " + filler(30), "absent");
  EXPECT_THAT(shown, StartsWith("First words. Nothing"));
  EXPECT_LT(shown.size(), snippet_length + 20);
}

TEST(Snippet, IsNeverCutInsideACharacterOrAMark) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "Київ–Копенгаген 安全协议 ";
  for (const std::string q : {"київ", "协议", "копенгаген", "\"安全协议\""}) {
    const std::string shown = snippet(text, q, "uk");
    EXPECT_FALSE(find_invalid_utf8(shown)) << q;
    EXPECT_THAT(shown, HasSubstr("<mark>")) << q;
    EXPECT_LT(shown.size(), 1000u);
  }
}

TEST(Snippet, OfTextWithoutWordsIsEmpty) {
  EXPECT_EQ(snippet("", "rain"), "");
  EXPECT_EQ(snippet("?! …", "rain"), "");
}

TEST(Snippet, ShowsALongPhraseWhole) {
  const std::string phrase = "one two three four five six seven eight nine ten eleven twelve";
  EXPECT_THAT(snippet(filler(10) + phrase + ". " + filler(10), '"' + phrase + '"'),
              HasSubstr("<mark>" + phrase + "</mark>"));
}

TEST(Snippet, ShowsTheWordsOfTheQueryWhereTheyStandNearest) {
  const std::string text = filler(20) +
                           "The harbour was the talk of all the town when the strike began. " +
                           filler(20) + "The harbour strike is over. " + filler(20);
  EXPECT_THAT(snippet(text, "harbour strike"),
              HasSubstr("The <mark>harbour</mark> <mark>strike</mark> is over."));
}

TEST(Snippet, ShowsTwoPassagesOfALongTextWhereTheWordsStandApart) {
  const std::string shown = snippet(filler(20) + "The dockers of Gdansk won. " + filler(20) +
                                        "A minister resigned. " + filler(20),
                                    "gdansk minister");
  EXPECT_THAT(shown, AllOf(HasSubstr("<mark>Gdansk</mark>"), HasSubstr("<mark>minister</mark>")));
  EXPECT_THAT(shown, testing::MatchesRegex("… [^…]*Gdansk[^…]*…[^…]*minister[^…]* …"));
  EXPECT_LT(shown.size(), 2 * snippet_length);
}

TEST(Snippet, OfWordsApartInAShortTextIsOnePassage) {
  const std::string text = "Gdansk won. " + filler(3) + "A minister resigned.";
  EXPECT_THAT(snippet(text, "gdansk minister"),
              AllOf(StartsWith("<mark>Gdansk"), EndsWith("<mark>minister</mark> resigned.")));
}

TEST(Snippet, HasWholeSentencesWhereTheyFit) {
  const std::string shown =
      snippet(filler(30) + "The dockers of Gdansk won. " + filler(30), "gdansk");
  EXPECT_THAT(shown, StartsWith("… The dockers of <mark>Gdansk</mark> won. Nothing"));
  EXPECT_THAT(shown, EndsWith("long day. …"));
}

TEST(Snippet, DoesNotTakeAnAbbreviationForTheEndOfASentence) {
  std::string text =
      filler(10) + "In the end it was agreed by Mr. Smith and the U.S. troops in Gdansk";
  text += " that nobody would say a word, approx. for ten days. " + filler(10);
  const std::string shown = snippet(text, "gdansk");
  EXPECT_THAT(shown, Not(StartsWith("… Smith")));
  EXPECT_THAT(shown, Not(StartsWith("… troops")));
  EXPECT_THAT(shown, HasSubstr("Mr. Smith and the U.S. troops in <mark>Gdansk</mark> that nobody"));
}

TEST(Snippet, EndsAtASentenceOfChineseOrArabic) {
  std::string chinese, arabic;
  for (int i = 0; i < 30; ++i) {
    chinese += "今天没有什么值得注意的消息。";
    arabic += "لم يحدث شيء جديد في ذلك اليوم؟ ";
  }
  EXPECT_THAT(snippet(chinese + "港口罢工结束了。" + chinese, "港口", "zh"), EndsWith("。…"));
  EXPECT_THAT(snippet(arabic + "انتهى الإضراب في الميناء؟ " + arabic, "الميناء", "ar"),
              AllOf(HasSubstr("<mark>الميناء</mark>"), EndsWith("؟…")));
}

TEST(Snippet, OfTextWithoutSpacesOrWordsIsShort) {
  const auto repeated = [](const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
  };
  const std::string family = "👨‍👩‍👧‍👦";
  struct Row {
    std::string text, q, language;
  };
  const std::vector<Row> table = {
      {repeated("a", 100'000), "rain", "en"},
      {repeated("a", 100'000), repeated("a", 60), "en"},
      {repeated("นี่คือข่าว", 5'000), "ข่าว", "th"},
      {repeated("安全协议", 20'000), "协议", "zh"},
      {repeated(family, 4'000) + " rain " + repeated(family, 4'000), "rain", "en"},
      {repeated("!", 50'000) + " rain " + repeated("*", 50'000), "rain", "en"},
      {"e" + repeated("\u0301", 20'000) + " rain", "rain", "en"},
      {repeated("rain wind ", 20'000), "wind rain", "en"},
      {repeated("x-", 30'000), "x", "en"},
  };
  for (const Row& row : table) {
    const std::string shown = snippet(row.text, row.q, row.language);
    EXPECT_LT(shown.size(), 6'000u) << row.text.substr(0, 20);
    EXPECT_FALSE(shown.empty());
    EXPECT_FALSE(find_invalid_utf8(shown)) << row.text.substr(0, 20);
    // No family is torn apart: what is left of one that is cut begins or ends in a joiner.
    EXPECT_THAT(shown, Not(HasSubstr("\u200d…"))) << row.text.substr(0, 20);
    EXPECT_THAT(shown, Not(HasSubstr("👩…"))) << row.text.substr(0, 20);
  }
}

TEST(Snippet, OfAGiantSentenceBeginsAndEndsAtWords) {
  std::string text;
  for (int i = 0; i < 3'000; ++i) text += "nothing of note ";
  const std::string shown = snippet(text + "in Gdansk " + text, "gdansk");
  EXPECT_THAT(shown, AllOf(HasSubstr("in <mark>Gdansk</mark> nothing"), StartsWith("… ")));
  EXPECT_LE(shown.size(), snippet_length + 40);
}

}  // namespace
}  // namespace news

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
  const std::vector<Token> tokens = analyzer.analyze(text, language);
  return snippet_html(text, tokens, highlighter.find(tokens, language, {}));
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

}  // namespace
}  // namespace news

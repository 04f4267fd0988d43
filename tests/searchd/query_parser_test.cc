#include "searchd/query_parser.h"

#include <gmock/gmock.h>

#include <random>

namespace news {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string parsed(const std::string& q) {
  const ParsedQuery query = parse_query(q);
  return query.root ? to_string(*query.root) : "";
}

void expect(const std::vector<std::pair<std::string, std::string>>& table) {
  for (const auto& [q, printed] : table) EXPECT_EQ(parsed(q), printed) << q;
}

TEST(QueryParser, JoinsWordsByAnd) {
  expect({{"kyiv strike", "kyiv strike"},
          {"kyiv AND strike", "kyiv AND strike"},
          {"  kyiv \t strike\n", "kyiv strike"},
          {"kyiv and strike", "kyiv and strike"},
          {"", ""},
          {" ?! … ", ""}});
}

TEST(QueryParser, BindsAndTighterThanOr) {
  expect({{"a b OR c d", "(a b) OR (c d)"},
          {"a (b OR c) d", "a (b OR c) d"},
          {"a OR b OR c", "a OR b OR c"},
          {"a OR (b OR c)", "a OR b OR c"},
          {"(a) ((b))", "a b"}});
}

TEST(QueryParser, Excludes) {
  expect({{"a -b", "a -b"},
          {"a NOT b", "a -b"},
          {"-b", "-b"},
          {"a -(b c)", "a -(b c)"},
          {"NOT NOT a", "a"},
          {"a OR -b", "a OR -b"},
          {"a −b", "a -b"},
          {"al-Qaeda", "al-Qaeda"},
          {"-5", "5"},
          {"covid -19", "covid -(19)"}});
}

TEST(QueryParser, APlusHoldsForEverySideOfAnOr) {
  expect({{"a OR b +c", "(a OR b) +c"}, {"+the end", "+the end"}});
}

TEST(QueryParser, KnowsPhrasesInQuotesOfEveryKind) {
  expect({{"\"security agreement\"", "\"security agreement\""},
          {"“security agreement”", "\"security agreement\""},
          {"«accord de sécurité» kiev", "\"accord de sécurité\" kiev"},
          {"„Sicherheit“", "\"Sicherheit\""},
          {"\"\" a", "a"},
          {"\"not closed", "\"not closed\""}});
  EXPECT_THAT(parse_query("\"not closed").notes, ElementsAre(HasSubstr("quotation mark")));
}

TEST(QueryParser, KnowsFields) {
  expect({{"title:rain", "title:rain"},
          {"Title:rain", "title:rain"},
          {"title: rain", "title:rain"},
          {"title:(a OR b)", "title:a OR title:b"},
          {"title:\"a b\" c", "title:\"a b\" c"},
          {"author:\"Anna Müller\"", "author:\"Anna Müller\""},
          {"country:UA", "country:UA"},
          {"country:(UA OR DE)", "country:UA OR country:DE"},
          {"country:-", "country:-"},
          {"-country:UA a", "-country:UA a"},
          {"section:\"World news\"", "section:\"World news\""},
          {"before:2024-05-15T10:00:00Z", "before:2024-05-15T10:00:00Z"},
          {"has:correction", "has:correction"},
          {"id:a/b:c", "id:a/b:c"},
          {"https://a.example/x?y=1", "url:https://a.example/x?y=1"},
          {"12:30", "12:30"},
          {"foo:bar", "foo:bar"}});
}

TEST(QueryParser, SaysWhatIsWrongWithAValue) {
  const ParsedQuery date = parse_query("a before:tomorow");
  EXPECT_THAT(date.ignored, ElementsAre("before:tomorow"));
  EXPECT_THAT(date.notes, ElementsAre(HasSubstr("is not a date; expected 2024")));
  const ParsedQuery has = parse_query("a has:corection");
  EXPECT_THAT(has.notes, ElementsAre(HasSubstr("did you mean correction?")));
  EXPECT_THAT(parse_query("titel:rain").notes, ElementsAre(HasSubstr("did you mean title:?")));
  EXPECT_THAT(parse_query("a country:").ignored, ElementsAre("country:"));
}

TEST(QueryParser, RemembersThatWordsWereJoinedByAnd) {
  expect({{"a AND b", "a AND b"},
          {"a b AND c", "a AND b AND c"},
          {"a AND b OR c", "(a AND b) OR c"},
          {"(a AND b) c", "a AND b AND c"},
          {"a AND country:UA", "a AND country:UA"},
          {"a and b", "a and b"}});
}

TEST(QueryParser, TakesOperatorsForWordsInAHeadlinePastedInCapitals) {
  expect({{"BRISTOL AND WEST ISSUES BONDS", "BRISTOL and WEST ISSUES BONDS"},
          {"FEDERAL RESERVE NOT EXPECTED TO ACT", "FEDERAL RESERVE not EXPECTED TO ACT"},
          {"NATO OR EU", "NATO OR EU"},
          {"NASA NOT ESA", "NASA -ESA"}});
}

TEST(QueryParser, TookTheAndOfALongHeadlineOfShortWordsForAnOperator) {
  expect({{"CHINA BUYS U.S. HARD AND SOFT WHEAT", "CHINA BUYS U.S. HARD and SOFT WHEAT"},
          {"US AND UK AND EU OR UN", "(US AND UK AND EU) OR UN"},
          {"IRAN AND IRAQ WAR", "IRAN AND IRAQ AND WAR"}});
}

TEST(QueryParser, TakesACodeInAngleBracketsForAnotherNameOfTheWordBeforeIt) {
  expect({{"Rogers <ROG> adopts plan", "Rogers <ROG> adopts plan"},
          {"Occidental<OXY>, offer", "Occidental <OXY> offer"},
          {"Broken Hill <BRKN.S>: results", "Broken Hill <BRKN.S> results"},
          {"title:Rogers <ROG>", "title:Rogers <ROG>"},
          {"-Rogers <ROG>", "-Rogers <ROG>"},
          {"Rogers <ROG> <RCI.A>", "Rogers <ROG> RCI.A"},
          {"<ROG>", "ROG"},
          {"\"Rogers Corp\" <ROG>", "\"Rogers Corp\" ROG"},
          {"<Dunlop Malaysian Industries>", "Dunlop Malaysian Industries"},
          {"a<b", "a<b"},
          {"tag:a<b>", "tag:a<b>"}});
}

TEST(QueryParser, SaysThatACodeIsNoValueOfAFilter) {
  const ParsedQuery query = parse_query("country:(UA <DE>)");
  EXPECT_EQ(to_string(*query.root), "country:UA");
  EXPECT_THAT(query.ignored, ElementsAre("<DE>"));
}

TEST(QueryParser, TakesWordsAroundASlashForTwo) {
  expect({{"creditors/debtors", "creditors debtors"},
          {"km/h", "km/h"},
          {"24/7", "24/7"},
          {"https://a.example/b/c", "url:https://a.example/b/c"}});
}

TEST(QueryParser, AStarLeftOutOfAWordMakesNoFieldAndNoOperatorOfIt) {
  expect({{"h*as:correction", "\"has:correction\""},
          {"h*ttp://a.example", "\"http://a.example\""},
          {"a O*R b", "a \"OR\" b"}});
}

TEST(QueryParser, KnowsWildcardsAtTheEndOfThreeLetters) {
  expect({{"elect*", "elect*"},
          {"title:elect*", "title:elect*"},
          {"el*", "el"},
          {"*ion", "ion"},
          {"e*ect", "eect"},
          {"elect.*", "\"elect.\""},
          {"*", ""}});
  EXPECT_THAT(parse_query("el*").notes, ElementsAre(HasSubstr("three letters")));
}

TEST(QueryParser, KnowsNear) {
  expect({{"a NEAR/5 b", "a NEAR/5 b"},
          {"a NEAR b", "a NEAR/10 b"},
          {"a NEAR/5 b NEAR/3 c", "a NEAR/5 b NEAR/5 c"},
          {"a NEAR/9999 b", "a NEAR/100 b"},
          {"a NEAR/0 b", "a NEAR/1 b"},
          {"\"a b\" NEAR c", "\"a b\" NEAR/10 c"},
          {"a near b", "a near b"},
          {"(a OR b) NEAR c", "(a OR b) c"}});
}

TEST(QueryParser, IgnoresOperatorsWithNothingToWorkOn) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"kyiv AND", "AND"}, {"OR kyiv", "OR"}, {"kyiv NOT", "NOT"}, {"NEAR kyiv", "NEAR"}};
  for (const auto& [q, ignored] : table) {
    EXPECT_EQ(parsed(q), "kyiv") << q;
    EXPECT_THAT(parse_query(q).ignored, ElementsAre(ignored)) << q;
  }
  expect({{"a AND OR b", "a OR b"}, {"OR", "or"}, {"NOT", "not"}});
}

TEST(QueryParser, CompletesBrackets) {
  expect(
      {{"(a b", "a b"}, {"a b)", "a b"}, {"((a OR b) c", "(a OR b) c"}, {"() a", "a"}, {")(", ""}});
  EXPECT_THAT(parse_query("(a").notes, ElementsAre(HasSubstr("bracket was missing")));
}

TEST(QueryParser, TookADashOfTwoMinusesOrAHyphenBehindABracketForANot) {
  expect({{"policy -- sumita", "policy sumita"},
          {"policy --- sumita --", "policy sumita"},
          {"(policy --) sumita", "policy sumita"},
          {"policy -sumita", "policy -sumita"},
          {"(corrected)-ivory coast", "corrected ivory coast"},
          {"\"ivory coast\"-cocoa", "\"ivory coast\" cocoa"},
          {"(corrected) -ivory", "corrected -ivory"}});
}

TEST(QueryParser, KeepsTheSignsOfWords) {
  expect({{"C++ C#", "C++ C#"},
          {"AT&T", "AT&T"},
          {"$1.5bn", "$1.5bn"},
          {"U.S. vote.", "U.S. vote"},
          {"anna@example.org,", "anna@example.org"},
          {"O'Neil", "O'Neil"}});
}

TEST(QueryParser, BoundsWhatItTakes) {
  std::string many;
  for (int i = 0; i < 500; ++i) many += "w" + std::to_string(i) + " ";
  const ParsedQuery query = parse_query(many);
  EXPECT_EQ(query.root->children.size(), max_query_words);
  EXPECT_THAT(query.ignored, ElementsAre("… 400 more"));
  EXPECT_NO_THROW(parse_query(std::string(1'000'000, '(')));
  EXPECT_NO_THROW(parse_query(std::string(1'000'000, '-')));
  EXPECT_NO_THROW(parse_query(std::string(1'000'000, '"')));
}

TEST(QueryParser, ReadsWhatItPrintsAsTheSameQuery) {
  const std::vector<std::string> fragments{"a",        "kyiv",
                                           "\"b c\"",  "(",
                                           ")",        "OR",
                                           "AND",      "NOT",
                                           "-",        "+",
                                           "NEAR",     "NEAR/3",
                                           "title:",   "author:",
                                           "country:", "UA",
                                           "has:",     "date",
                                           "before:",  "2024",
                                           "elect*",   "\"",
                                           "“",        "-x",
                                           "+the",     "*",
                                           "C++",      "12:30",
                                           "id:z",     "\xff\xfe",
                                           "\x01",     "Україна",
                                           "(a OR b)", "--",
                                           "x:−a",     "url:",
                                           ":",        "https://a.example/b",
                                           "<ROG>",    "x<Y.z>",
                                           "<",        "US"};
  std::mt19937 random(20240515);
  for (int i = 0; i < 20'000; ++i) {
    std::string q;
    for (auto length = random() % 9 + 1; length > 0; --length) {
      q += fragments[random() % fragments.size()];
      if (random() % 4 != 0) q += ' ';
    }
    const ParsedQuery query = parse_query(q);
    if (!query.root) continue;
    const std::string printed = to_string(*query.root);
    const ParsedQuery again = parse_query(printed);
    ASSERT_TRUE(again.root) << q << " -> " << printed;
    ASSERT_EQ(to_string(*again.root), printed) << q;
  }
}

}  // namespace
}  // namespace news

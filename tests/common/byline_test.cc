#include "common/byline.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "common/person_name.h"
#include "common/text.h"

namespace news {
namespace {

/// Names parted by bars, each with its role in brackets.
std::string read(const std::string& byline) {
  std::string text;
  for (const Author& author : read_byline(byline)) {
    if (!text.empty()) text += " | ";
    text += author.name;
    if (!author.role.empty()) text += " (" + author.role + ")";
  }
  return text;
}

struct Row {
  std::string byline, expected;
};

void expect(const std::vector<Row>& table) {
  for (const Row& row : table) EXPECT_EQ(read(row.byline), row.expected) << row.byline;
}

TEST(Byline, SplitsPeople) {
  expect({
      {"By Anna Kowalska and Tom O'Neil in Kyiv; editing by John Smith",
       "Anna Kowalska | Tom O'Neil"},
      {"By Anna Kowalska", "Anna Kowalska"},
      {"Anna Kowalska", "Anna Kowalska"},
      {"by Anna Kowalska, Tom O'Neil and Olena Bondar",
       "Anna Kowalska | Tom O'Neil | Olena Bondar"},
      {"Anna Kowalska, Tom O'Neil, and Olena Bondar", "Anna Kowalska | Tom O'Neil | Olena Bondar"},
      {"Anna Kowalska & Tom O'Neil", "Anna Kowalska | Tom O'Neil"},
      {"Anna Kowalska / Tom O'Neil", "Anna Kowalska | Tom O'Neil"},
      {"By Anna Kowalska with Tom O'Neil", "Anna Kowalska | Tom O'Neil"},
      {"By Anna Kowalska in Kyiv and Tom O'Neil in New York", "Anna Kowalska | Tom O'Neil"},
      {"Anna Kowalska\nTom O'Neil", "Anna Kowalska | Tom O'Neil"},
      {"By Anna Kowalska and Anna Kowalska", "Anna Kowalska"},
      {"Banksy", "Banksy"},
      {"By Prince and Madonna", "Prince | Madonna"},
      {"By Jean-Luc de la Tour and Ursula von der Leyen",
       "Jean-Luc de la Tour | Ursula von der Leyen"},
      {"By J. R. R. Hartley", "J. R. R. Hartley"},
      {"Martin Lowe, Jr.", "Martin Lowe Jr."},
      {"Martin Lowe, III and Anna Kowalska", "Martin Lowe III | Anna Kowalska"},
      {"By Anna Kowalska, PhD", "Anna Kowalska"},
      {"By Dr. Anna Kowalska", "Anna Kowalska"},
      {"Dr Anna Kowalska and Professor Tom O'Neil", "Anna Kowalska | Tom O'Neil"},
      {"By Victor Y. Prince and Andy In", "Victor Y. Prince | Andy In"},
      {"", ""},
  });
}

TEST(Byline, KnowsTheWordsOfOtherLanguages) {
  expect({
      {"Von Emily Strauß, Jürgen Müller und Anna Maas", "Emily Strauß | Jürgen Müller | Anna Maas"},
      {"Von Anna Maas und Jürgen Müller, Berlin", "Anna Maas | Jürgen Müller"},
      {"Par Anna Maas et Jean Petit (à Kyiv)", "Anna Maas | Jean Petit"},
      {"Par Anna Maas, à Kyiv", "Anna Maas"},
      {"Por Ana García y José Pérez en Madrid", "Ana García | José Pérez"},
      {"Por Ana Souza e João Lima", "Ana Souza | João Lima"},
      {"di Marco Rossi e Anna Bianchi", "Marco Rossi | Anna Bianchi"},
      {"Door Jan de Vries en Anna Maas", "Jan de Vries | Anna Maas"},
      {"Av Anna Maas och Jonas Berg", "Anna Maas | Jonas Berg"},
      {"Анна Ковальська, Київ", "Анна Ковальська"},
      {"Анна Ковальська та Іван Петренко, Київ", "Анна Ковальська | Іван Петренко"},
      {"Автор: Анна Ковальська", "Анна Ковальська"},
      {"Анна Ковальська, кореспондентка", "Анна Ковальська (кореспондентка)"},
      {"Text: Anna Maas, Fotos: Jonas Berg", "Anna Maas"},
      {"Autor: Anna Maas", "Anna Maas"},
  });
}

TEST(Byline, KeepsPlacesAndEmployersOutOfNames) {
  expect({
      {"Anna Kowalska, Reuters", "Anna Kowalska"},
      {"By Anna Kowalska, Associated Press", "Anna Kowalska"},
      {"By Anna Kowalska of The Associated Press", "Anna Kowalska"},
      {"Anna Kowalska/AFP", "Anna Kowalska"},
      {"Anna Kowalska | Reuters", "Anna Kowalska"},
      {"Anna Kowalska - The Example Times", "Anna Kowalska"},
      {"By Anna Kowalska for The Example", "Anna Kowalska"},
      {"By Anna Kowalska, Special to The Example", "Anna Kowalska"},
      {"Anna Kowalska (Kyiv)", "Anna Kowalska"},
      {"Anna Kowalska, Kyiv, Ukraine", "Anna Kowalska"},
      {"By Anna Kowalska, New York", "Anna Kowalska"},
      {"By Anna Kowalska and agencies", "Anna Kowalska"},
      {"By ANNA KOWALSKA and TOM O'NEIL Associated Press", "Anna Kowalska | Tom O'Neil"},
      {"Anna Kowalska, University of Example", "Anna Kowalska"},
      {"By Anna Kowalska and Tom O'Neil, BBC News, Kyiv", "Anna Kowalska | Tom O'Neil"},
      {"Example News, Kyiv", ""},
      {"Anna Kowalska and 2 others", "Anna Kowalska"},
      {"By Anna Kowalska on Monday, November 18th, 2019 at 3:34 p.m.", "Anna Kowalska"},
      {"BY ANNA KOWALSKA IN KYIV", "Anna Kowalska"},
  });
}

TEST(Byline, KnowsWhoIsNoPerson) {
  for (const std::string byline : {"Staff",
                                   "By Staff Writer",
                                   "Staff and agencies",
                                   "Newsroom",
                                   "Redaktion",
                                   "admin",
                                   "AFP",
                                   "Associated Press",
                                   "The Associated Press",
                                   "By Reuters Staff",
                                   "Example News",
                                   "n/a",
                                   "BBC News",
                                   "Редакція",
                                   "anna@a.example",
                                   "@annak",
                                   "https://a.example/anna",
                                   "By",
                                   ",;|",
                                   "This story was produced by AFP",
                                   "The Editorial Board"}) {
    EXPECT_EQ(read(byline), "") << byline;
  }
}

TEST(Byline, TellsRolesFromNames) {
  expect({
      {"Anna Kowalska, Chief Political Correspondent",
       "Anna Kowalska (Chief Political Correspondent)"},
      {"Anna Kowalska | Europe Editor", "Anna Kowalska (Europe Editor)"},
      {"Anna Kowalska (Staff Writer)", "Anna Kowalska (Staff Writer)"},
      {"By Anna Kowalska, Europe Editor, and Tom O'Neil, Reporter",
       "Anna Kowalska (Europe Editor) | Tom O'Neil (Reporter)"},
      {"Анна Ковальська, журналістка", "Анна Ковальська (журналістка)"},
  });
}

TEST(Byline, TakesWritersAndLeavesOutOtherCredits) {
  expect({
      {"Reporting by Anna Kowalska in Kyiv; Writing by Tom O'Neil; Editing by John Smith",
       "Anna Kowalska | Tom O'Neil"},
      {"Reporting by Anna Kowalska in Kyiv. Editing by John Smith.", "Anna Kowalska"},
      {"By Anna Kowalska; with additional reporting by Tom O'Neil", "Anna Kowalska | Tom O'Neil"},
      {"By Anna Kowalska, additional reporting by Tom O'Neil", "Anna Kowalska | Tom O'Neil"},
      {"By Anna Kowalska Photographs by Tom O'Neil", "Anna Kowalska"},
      {"By Anna Kowalska. Photos by Tom O'Neil and John Smith", "Anna Kowalska"},
      {"Anna Kowalska and Tom O'Neil contributed to this report", "Anna Kowalska | Tom O'Neil"},
      {"By Anna Kowalska; translated by Tom O'Neil", "Anna Kowalska"},
      {"Opinion by Anna Kowalska", "Anna Kowalska"},
      {"Posted by Anna Kowalska", "Anna Kowalska"},
      {"Олена Бондар, фото автора", "Олена Бондар"},
      {"(Reporting by Anna Kowalska; Editing by Tom O'Neil)", "Anna Kowalska"},
  });
}

TEST(Byline, LeavesOutAddressesAndHandles) {
  expect({
      {"anna@a.example (Anna Kowalska)", "Anna Kowalska"},
      {"Anna Kowalska <anna@a.example>", "Anna Kowalska"},
      {"Anna Kowalska (anna@a.example), Tom O'Neil", "Anna Kowalska | Tom O'Neil"},
      {"Anna Kowalska, anna@a.example", "Anna Kowalska"},
      {"Anna Kowalska @annak", "Anna Kowalska"},
  });
}

TEST(Byline, TurnsNamesRoundWhereAllAreWrittenSo) {
  expect({
      {"Kowalska, Anna", "Anna Kowalska"},
      {"Kowalska, Anna M.", "Anna M. Kowalska"},
      {"Kowalska, Anna; O'Neil, Tom; van Berg, Jan", "Anna Kowalska | Tom O'Neil | Jan van Berg"},
      {"Banksy, New York", "Banksy"},
      {"Kowalska, Reuters", "Kowalska"},
  });
}

TEST(Byline, GivesTheAgencyOfABylineWithNothingElse) {
  EXPECT_EQ(agency_of_byline("By Reuters"), "Reuters");
  EXPECT_EQ(agency_of_byline("The Associated Press"), "The Associated Press");
  EXPECT_EQ(agency_of_byline("Anna Kowalska, Reuters"), "");
  EXPECT_EQ(agency_of_byline("Staff"), "");
  EXPECT_EQ(agency_of_byline(""), "");
}

TEST(PersonName, IsSpeltAsUsualWhereItIsInCapitals) {
  const std::vector<Row> table{
      {"ANNA KOWALSKA", "Anna Kowalska"},
      {"MARY MCDONALD", "Mary McDonald"},
      {"TOM O'NEIL", "Tom O'Neil"},
      {"TOM O’NEIL", "Tom O’Neil"},
      {"JAN VAN DER BERG", "Jan van der Berg"},
      {"VAN DER BERG", "van der Berg"},
      {"ANNA-MARIA D'ANGELO", "Anna-Maria D'Angelo"},
      {"JOHN SMITH III", "John Smith III"},
      {"JOHN SMITH JR.", "John Smith Jr."},
      {"J. K. ROWE", "J. K. Rowe"},
      {"J.P. ROWE", "J.P. Rowe"},
      {"JK ROWE", "JK Rowe"},
      {"JOSÉ GARCÍA", "José García"},
      {"ЯРОСЛАВА ВʼЮН", "Ярослава Вʼюн"},
      {"В'ЯЧЕСЛАВ КОВАЛЬ", "В'ячеслав Коваль"},
      {"Anna KOWALSKA", "Anna KOWALSKA"},
      {"bell hooks", "bell hooks"},
      {"AFP", "AFP"},
      {"김민수", "김민수"},
      {"", ""},
  };
  for (const Row& row : table) EXPECT_EQ(usual_spelling(row.byline), row.expected);
}

TEST(Byline, BytesThatAreNotUtf8AreReplacedBeforeNamesAreCleaned) {
  const std::vector<Author> authors = read_byline("By Anna Kowalska\x82\xff\xc2");
  ASSERT_EQ(authors.size(), 1);
  EXPECT_EQ(authors[0].name, clean_line(authors[0].name));
  EXPECT_FALSE(find_invalid_utf8(authors[0].name));
}

TEST(Byline, IsNotSlowedByHostileText) {
  for (const std::string_view piece : {"By ", "(", "and ", "a@b ", ";", "\xff", "в "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_LT(read_byline(text).size(), 1000);
  }
}

}  // namespace
}  // namespace news

#include "indexer/language_of_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace news {
namespace {

TEST(LanguageOfText, KnowsTheLanguageOfASentence) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"The government said on Wednesday that the harbour would be open again by the end of the "
       "week.",
       "en"},
      {"Die Regierung teilte am Mittwoch mit, dass der Hafen bis zum Ende der Woche wieder "
       "geöffnet "
       "werde.",
       "de"},
      {"Le gouvernement a annoncé mercredi que le port serait de nouveau ouvert avant la fin de la "
       "semaine.",
       "fr"},
      {"El gobierno anunció el miércoles que el puerto volverá a estar abierto antes del fin de "
       "semana.",
       "es"},
      {"Il governo ha annunciato mercoledì che il porto sarà di nuovo aperto entro la fine della "
       "settimana.",
       "it"},
      {"O governo anunciou na quarta-feira que o porto voltará a estar aberto até ao fim da "
       "semana.",
       "pt"},
      {"De regering heeft woensdag gezegd dat de haven voor het einde van de week weer open zal "
       "zijn.",
       "nl"},
      {"Rząd poinformował w środę, że port zostanie ponownie otwarty do końca tygodnia.", "pl"},
      {"Уряд повідомив у середу, що порт знову відкриють до кінця тижня, якщо дозволить погода.",
       "uk"},
      {"Правительство сообщило в среду, что порт снова откроют до конца недели, если позволит "
       "погода.",
       "ru"},
      {"Regeringen sade på onsdagen att hamnen kommer att vara öppen igen före veckans slut.",
       "sv"},
      {"Hallitus ilmoitti keskiviikkona, että satama avataan uudelleen ennen viikon loppua.", "fi"},
      {"Hükümet çarşamba günü limanın hafta sonundan önce yeniden açılacağını duyurdu.", "tr"},
      {"A kormány szerdán közölte, hogy a kikötő a hét végéig újra megnyílik.", "hu"},
      {"Guvernul a anunțat miercuri că portul va fi redeschis până la sfârșitul săptămânii.", "ro"},
      {"Vyriausybė trečiadienį pranešė, kad uostas vėl bus atidarytas iki savaitės pabaigos.",
       "lt"},
      {"قالت الحكومة يوم الأربعاء إن الميناء سيفتح من جديد قبل نهاية الأسبوع", "ar"},
      {"הממשלה הודיעה ביום רביעי כי הנמל ייפתח מחדש לפני סוף השבוע", "he"},
      {"政府は水曜日、港が週末までに再開されると発表した。", "ja"},
      {"政府星期三宣布，港口将在本周末之前重新开放，届时所有船只都可以进入。", "zh"},
      {"정부는 수요일에 항구가 주말 전에 다시 열릴 것이라고 발표했다.", "ko"},
  };
  for (const auto& [text, tag] : table) EXPECT_EQ(language_of_text(text), tag) << text;
}

TEST(LanguageOfText, SaysNothingWhereItCannotTell) {
  const std::string english = "The government said on Wednesday that the harbour would be open. ";
  const std::string ukrainian = "Уряд повідомив у середу, що порт знову відкриють. ";
  const std::string half = english + english + ukrainian;
  for (const std::string& text :
       {std::string(), std::string("Rain"), std::string("1234567890 ").append(200, '9'),
        std::string("\xff\xfe broken bytes are no text in any language that we know of"), half}) {
    EXPECT_EQ(language_of_text(text), "") << text;
  }
}

TEST(LanguageOfText, LooksAtTheBeginningOfALongTextOnly) {
  std::string text;
  while (text.size() < 1'000'000) text += "Уряд повідомив у середу, що порт знову відкриють. ";
  EXPECT_EQ(language_of_text(text), "uk");
}

}  // namespace
}  // namespace news

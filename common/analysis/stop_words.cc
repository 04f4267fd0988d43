#include "common/analysis/stop_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace news {

namespace {

/// Folded as the analyzer folds: no case, no diacritics.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> lists{{
    {"en",
     "a about after all also an and any are as at be because been before being between both but "
     "by can could did do does for from had has have he her his how i if in into is it its me "
     "more most my no nor not of on one or other our over she should so some such than that the "
     "their them then there these they this those through to under until up us was we were what "
     "when where which while who whom why will with would you your"},
    {"de",
     "aber als am an auch auf aus bei bin bis das dass dem den der des die dies diese dieser du "
     "durch ein eine einem einen einer eines er es fur hat hatte haben ich ihr im in ist ja kann "
     "mit nach nicht noch nur ob oder ohne sein seine sich sie sind so uber um und uns unter vom "
     "von vor war waren was wer wie wir wird wo zu zum zur"},
    {"fr",
     "a ai apres au aussi aux avant avec c ce ces cette chez comme d dans de des du elle elles en "
     "entre est et eu il ils j je l la le les leur leurs lui m mais me meme mes moi mon n ne nos "
     "notre nous on ont ou par pas pour qu que qui s sa sans se ses si son sont sous sur t ta te "
     "tes toi ton tu un une vos votre vous y"},
    {"es",
     "a al algo ante antes como con contra cual cuando de del desde donde e el ella ellas ellos en "
     "entre era es esa ese eso esta este esto fue ha han hasta hay la las le les lo los mas me mi "
     "mis mucho muy no nos o otra otro para pero por porque que quien se ser si sin sobre son su "
     "sus tambien te tiene todo tu un una uno y ya yo"},
    {"uk",
     "а або але без би був була були було в ви від він вона вони воно все г де для до є ж за з "
     "зі і із й його її їх к коли ми на над не ні но о об один от по при про та так також там те "
     "ти то той тут у усе хто це цей ця чи що щоб як який яка яке які я"},
    {"ru",
     "а без бы был была были было в вам вас весь во вот все вы где да для до его ее если есть еще "
     "же за здесь и из или им их к как когда кто ли либо мне может мы на над наш не него нее нет "
     "ни них но ну о об однако он она они оно от очень по под при с со так также такой там те то "
     "того тоже той только том ты у уже чего чей чем что чтобы эта эти это я"},
    {"it",
     "a ad agli ai al alla alle allo anche che chi ci come con cui da dagli dai dal dalla dalle "
     "degli dei del della delle dello di dove e ed era gli ha hanno i il in io l la le lei lo loro "
     "lui ma mi nei nel nella nelle non noi o per perche piu quando quello questa questo se si sia "
     "sono su sua sue sugli sui sul sulla suo tra tu un una uno voi"},
    {"pt",
     "a ao aos as ate com como da das de dela dele do dos e ela elas ele eles em entre era essa "
     "esse esta este eu foi ha isso isto ja lhe mais mas me meu minha muito na nao nas nem no nos "
     "o os ou para pela pelo por qual quando que quem se sem ser seu sua suas seus so sobre tambem "
     "te tem um uma voce"},
    {"nl",
     "aan al als bij dan dat de der deze die dit doch door een en er had heb hebben heeft het hij "
     "hoe hun ik in is je kan maar me men met mij mijn na naar niet nog nu of om omdat onder ons "
     "ook op over te tegen toch toen tot u uit van veel voor want waren was wat we wel werd wie "
     "wij wordt ze zei zich zij zijn zo zonder zou"},
    {"pl",
     "a aby ale bo by byc byl byla bylo byly ci co czy dla do gdy gdzie go i ich ja jak jako je "
     "jego jej jest jestem juz kto ktora ktore ktory lub ma mi mnie moj my na nad nie niz o od on "
     "ona one oni ono oraz pod po przed przez przy sa sie tak takze tam te tego tej ten to tu ty u "
     "w we wy z za ze"},
}};

using Words = std::unordered_set<std::string_view>;

Words split(std::string_view list) {
  Words words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    words.insert(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

std::unordered_map<std::string_view, Words> make_lists() {
  std::unordered_map<std::string_view, Words> all;
  for (const auto& [language, list] : lists) all.emplace(language, split(list));
  return all;
}

}  // namespace

bool is_function_word(std::string_view form, std::string_view language) {
  static const auto by_language = make_lists();
  const auto words = by_language.find(language);
  return words != by_language.end() && words->second.contains(form);
}

}  // namespace news

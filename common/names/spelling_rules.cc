#include "common/names/spelling_rules.h"

#include <array>
#include <cstddef>

namespace news {

namespace {

/// Spellings that stand for each other, with spaces between; `-` is nothing.
struct Group {
  Where where;
  std::uint16_t cost;
  std::string_view spellings;
};

using enum Where;

// What newspapers in English, German, French, Polish, Czech, Croatian, Hungarian and Turkish make
// of a sound of another language, and the national and scientific romanisations. Costs were set on
// tests/common/names: same.tsv is to be met, different.tsv is not.
constexpr std::array groups{
    // Vowels
    Group{Anywhere, 2, "i y j ij iy yy yj ii yi jj ji"},
    Group{Anywhere, 10, "i ie ee"},
    Group{Anywhere, 8, "ye ie je iye ije"},
    Group{Anywhere, 8, "e ye je"},
    Group{Anywhere, 8, "ya ia ja iya ija iia"},
    Group{Anywhere, 8, "yu iu ju iyu iou you jou"},
    Group{Anywhere, 8, "yo io jo iyo"},
    Group{Anywhere, 15, "yo e"},
    Group{Anywhere, 25, "yu u"},
    Group{Anywhere, 20, "yu ue"},
    Group{Anywhere, 8, "u ou oo uw"},
    Group{Anywhere, 10, "ae a"},
    Group{Anywhere, 10, "oe o"},
    Group{Anywhere, 10, "ue u"},
    Group{Anywhere, 4, "ai ay aj"},
    Group{Anywhere, 4, "ei ey ej"},
    Group{Anywhere, 4, "oi oy oj"},
    Group{Anywhere, 4, "ui uy uj"},
    Group{Anywhere, 31, "ai ei"},
    Group{Anywhere, 31, "ay ey"},
    Group{Anywhere, 31, "ai ey"},
    Group{Anywhere, 31, "ay ei"},
    Group{Anywhere, 31, "aj ej"},
    Group{Anywhere, 10, "ai ae"},
    Group{Anywhere, 10, "ay ae"},
    Group{Anywhere, 5, "au aw"},
    Group{Anywhere, 8, "eu ew"},
    Group{Start, 15, "gi y"},
    Group{Anywhere, 10, "aou awu awoo aw"},
    Group{OpenStart, 25, "o u ou"},
    Group{Start, 10, "w ou"},
    Group{Anywhere, 12, "ou ow"},
    // Endings
    Group{End, 20, "ev ov"},
    Group{End, 20, "ew ow"},
    Group{End, 20, "ev ow"},
    Group{End, 20, "ew ov"},
    Group{End, 10, "v ff"},
    Group{End, 10, "w ff"},
    Group{End, 15, "v f"},
    Group{End, 15, "w f"},
    Group{End, 12, "ic ich itch itsch icz"},
    Group{End, 15, "nko nka"},
    Group{End, 15, "dr der"},
    // w, f
    Group{Anywhere, 4, "v w"},
    Group{Anywhere, 4, "f ph"},
    // k, g, h
    Group{HardC, 25, "k c"},
    Group{End, 10, "k c"},
    Group{Anywhere, 8, "k ck"},
    Group{HardC, 25, "q c"},
    Group{Anywhere, 10, "k q"},
    Group{Anywhere, 15, "k qu"},
    Group{Anywhere, 10, "q qu"},
    Group{Anywhere, 10, "gs ks"},
    Group{Anywhere, 15, "q g"},
    Group{Oriental, 25, "g k"},
    Group{BeforeEnd, 8, "g gh"},
    Group{Anywhere, 20, "gh q"},
    Group{Inside, 25, "g h"},
    Group{AfterVowel, 31, "h -"},
    Group{End, 12, "ah a"},
    Group{Anywhere, 25, "kh h"},
    Group{Anywhere, 25, "kh ch"},
    Group{Anywhere, 30, "ch h"},
    Group{Anywhere, 25, "kh k"},
    Group{Anywhere, 15, "kh x"},
    Group{Anywhere, 6, "x ks cs kz"},
    // t, d, b
    Group{BeforeEnd, 8, "t th"},
    Group{Anywhere, 8, "d dh"},
    Group{Anywhere, 8, "b bh"},
    Group{Anywhere, 8, "r rh"},
    Group{Anywhere, 8, "dd dh"},
    Group{BeforeEnd, 12, "tt th"},
    Group{Oriental, 20, "dh z"},
    Group{Oriental, 20, "th s"},
    // What hisses
    Group{Anywhere, 4, "ts tz tc"},
    Group{Anywhere, 12, "ts c"},
    Group{Anywhere, 12, "ts z"},
    Group{Anywhere, 12, "tz z"},
    Group{Anywhere, 12, "tz c"},
    Group{SoftC, 22, "z c"},
    Group{BeforeEnd, 25, "s z"},
    Group{BeforeEnd, 25, "s sz"},
    Group{Anywhere, 8, "ss sz"},
    Group{Anywhere, 15, "zh j"},
    Group{Anywhere, 15, "zh sch"},
    Group{Anywhere, 20, "zh sh"},
    Group{Anywhere, 15, "zh z"},
    Group{Anywhere, 12, "zh rz"},
    Group{Anywhere, 10, "zh zs"},
    Group{Anywhere, 20, "zh g"},
    Group{Anywhere, 20, "j sch"},
    Group{Anywhere, 15, "rz z"},
    Group{Anywhere, 4, "sh sch"},
    Group{Anywhere, 31, "sh ch"},
    Group{Anywhere, 31, "sch ch"},
    Group{BeforeEnd, 37, "sh s"},
    Group{BeforeEnd, 37, "sch s"},
    Group{Anywhere, 10, "sh sz"},
    Group{Anywhere, 10, "sch sz"},
    Group{Anywhere, 20, "sh sj"},
    Group{Anywhere, 25, "sz ch"},
    Group{Anywhere, 4, "ch tch tsch tsh"},
    Group{Anywhere, 8, "ch cz"},
    Group{Anywhere, 8, "tsch cz"},
    Group{Anywhere, 8, "tch cz"},
    Group{Anywhere, 23, "ch c"},
    Group{Anywhere, 22, "tsch c"},
    Group{Anywhere, 22, "tch c"},
    Group{Anywhere, 15, "cz c"},
    Group{Anywhere, 12, "ch tj"},
    Group{Anywhere, 10, "ch cs"},
    Group{Anywhere, 10, "tsch cs"},
    Group{Anywhere, 6, "shch schtsch chtch szcz shtch shtsch"},
    Group{Anywhere, 12, "shch sc"},
    Group{Anywhere, 12, "schtsch sc"},
    Group{Anywhere, 12, "shch sch"},
    Group{Anywhere, 12, "schtsch sch"},
    Group{Anywhere, 20, "shch sh"},
    Group{Anywhere, 12, "shch sht"},
    Group{Anywhere, 6, "j dzh dj dsch dzs"},
    Group{Anywhere, 6, "dz ds"},
    Group{Anywhere, 12, "dz z"},
    Group{Anywhere, 12, "dz dzh"},
    Group{Anywhere, 12, "dz dsch"},
    Group{Anywhere, 12, "r rzh rsch"},
    Group{Anywhere, 12, "j dz"},
    Group{Anywhere, 12, "dj d"},
    Group{Anywhere, 15, "dzh zh"},
    // Romanised Arabic and Persian
    Group{Oriental, 15, "o u"},
    Group{Oriental, 18, "e i"},
    Group{Oriental, 18, "a e"},
    Group{Oriental, 22, "u e"},
    Group{Oriental, 25, "u a"},
    Group{Oriental, 20, "au ou ow"},
    Group{Oriental, 15, "ai e"},
    Group{Oriental, 22, "ou o"},
    Group{Oriental, 20, "t d"},
    // What romanize() leaves open: Cyrillic, Greek
    Group{Anywhere, 0, "H g"},
    Group{Anywhere, 0, "H h"},
    Group{Anywhere, 4, "H gh"},
    Group{Anywhere, 4, "H gu"},
    Group{Anywhere, 0, "X kh"},
    Group{Anywhere, 4, "X h"},
    Group{Anywhere, 4, "X M"},
    Group{Anywhere, 4, "X ch"},
    Group{Anywhere, 15, "X k"},
    Group{Anywhere, 4, "X x"},
    Group{Anywhere, 0, "N sh"},
    Group{Anywhere, 0, "N sch"},
    Group{Anywhere, 8, "N ch"},
    Group{Anywhere, 12, "N s"},
    Group{Anywhere, 4, "N sz"},
    Group{Anywhere, 12, "N sj"},
    Group{Anywhere, 0, "N S"},
    Group{Anywhere, 0, "R ch"},
    Group{Anywhere, 0, "R tch"},
    Group{Anywhere, 0, "R tsch"},
    Group{Anywhere, 2, "R tsh"},
    Group{Anywhere, 2, "R cz"},
    Group{Anywhere, 10, "R c"},
    Group{Anywhere, 4, "R cs"},
    Group{Anywhere, 8, "R tj"},
    Group{End, 4, "iR ic"},
    Group{Start, 4, "Gi y"},
    Group{Anywhere, 10, "X j"},
    Group{Anywhere, 0, "C e"},
    Group{Anywhere, 0, "C ye"},
    Group{Anywhere, 4, "C ie"},
    Group{Anywhere, 2, "C je"},
    Group{Anywhere, 8, "C yo"},
    Group{Anywhere, 8, "C io"},
    Group{Anywhere, 15, "C o"},
    Group{Anywhere, 8, "C oe"},
    Group{Anywhere, 10, "C ae"},
    Group{Anywhere, 4, "iC iye ije ie"},
    Group{Anywhere, 0, "V v"},
    Group{Anywhere, 0, "V b"},
    Group{Anywhere, 4, "V w"},
    Group{Anywhere, 0, "G g"},
    Group{Anywhere, 4, "G y"},
    Group{Anywhere, 4, "G gh"},
    Group{Anywhere, 8, "G j"},
    Group{Anywhere, 8, "G i"},
    Group{Anywhere, 0, "D d"},
    Group{Anywhere, 0, "D nt"},
    Group{Anywhere, 0, "D nd"},
    Group{Anywhere, 0, "B b"},
    Group{Anywhere, 0, "B mp"},
    Group{Anywhere, 0, "B mb"},
    Group{Anywhere, 0, "U v"},
    Group{Anywhere, 0, "U f"},
    Group{Anywhere, 0, "U u"},
    Group{Anywhere, 4, "U w"},
    Group{Anywhere, 4, "U y"},
    Group{Anywhere, 10, "H J"},
    Group{Anywhere, 4, "H I"},
    // Arabic and Hebrew
    Group{Start, 0, "@ -"},
    Group{Start, 0, "@ al"},
    Group{Start, 0, "@ el"},
    Group{Anywhere, 0, "W v"},
    Group{Anywhere, 0, "W w"},
    Group{Anywhere, 0, "W u"},
    Group{Anywhere, 0, "W o"},
    Group{Anywhere, 0, "W ou"},
    Group{Anywhere, 0, "W oo"},
    Group{Anywhere, 15, "W f"},
    Group{Anywhere, 4, "WW W v w"},
    Group{Anywhere, 0, "Y y"},
    Group{Anywhere, 0, "Y i"},
    Group{Anywhere, 4, "Y e"},
    Group{Anywhere, 4, "Y C"},
    Group{Anywhere, 0, "Y ee"},
    Group{Anywhere, 0, "Y ai"},
    Group{Anywhere, 0, "Y ei"},
    Group{Anywhere, 0, "Y j"},
    Group{Anywhere, 0, "Y ie"},
    Group{Anywhere, 0, "Y ij"},
    Group{Anywhere, 4, "YY Y"},
    Group{Anywhere, 0, "A a"},
    Group{Anywhere, 0, "A aa"},
    Group{Anywhere, 4, "A e"},
    Group{Anywhere, 4, "A o"},
    Group{Anywhere, 4, "A i"},
    Group{Anywhere, 4, "A u"},
    Group{Anywhere, 4, "A -"},
    Group{Anywhere, 0, "AW o"},
    Group{Anywhere, 0, "AW u"},
    Group{Anywhere, 0, "AW au"},
    Group{Anywhere, 0, "AY ai"},
    Group{Anywhere, 0, "AY ei"},
    Group{Anywhere, 0, "AY i"},
    Group{Anywhere, 0, "AY e"},
    Group{Anywhere, 0, "A E"},
    Group{Anywhere, 0, "E -"},
    Group{Anywhere, 4, "T -"},
    Group{Anywhere, 0, "T a"},
    Group{Anywhere, 0, "T ah"},
    Group{Anywhere, 4, "T at"},
    Group{Anywhere, 4, "T e"},
    Group{Anywhere, 4, "T eh"},
    Group{Anywhere, 0, "T M"},
    Group{Anywhere, 0, "Q q"},
    Group{Anywhere, 0, "Q k"},
    Group{Anywhere, 0, "Q g"},
    Group{Anywhere, 4, "Q gh"},
    Group{HardC, 4, "Q c"},
    Group{Anywhere, 0, "K k"},
    Group{Anywhere, 0, "K ch"},
    Group{Anywhere, 0, "K kh"},
    Group{HardC, 4, "K c"},
    Group{Anywhere, 0, "J j"},
    Group{Anywhere, 4, "J g"},
    Group{Anywhere, 0, "J dj"},
    Group{Anywhere, 4, "J dsch"},
    Group{Anywhere, 4, "J dzh"},
    Group{Anywhere, 0, "Z dh"},
    Group{Anywhere, 0, "Z d"},
    Group{Anywhere, 4, "Z z"},
    Group{Anywhere, 4, "Z th"},
    Group{Anywhere, 4, "Z dd"},
    Group{Anywhere, 0, "O th"},
    Group{Anywhere, 4, "O s"},
    Group{Anywhere, 4, "O t"},
    Group{Anywhere, 0, "I gh"},
    Group{Anywhere, 0, "I g"},
    Group{Anywhere, 0, "F f"},
    Group{Anywhere, 4, "F v"},
    Group{Anywhere, 4, "F w"},
    Group{Anywhere, 0, "F ph"},
    Group{Anywhere, 0, "L b"},
    Group{Anywhere, 8, "L p"},
    Group{Anywhere, 0, "P p"},
    Group{Anywhere, 0, "P f"},
    Group{Anywhere, 0, "P ph"},
    Group{Anywhere, 4, "P L"},
    Group{Anywhere, 0, "S sh"},
    Group{Anywhere, 0, "S s"},
    Group{Anywhere, 0, "S sch"},
    Group{Anywhere, 4, "S ch"},
    Group{Anywhere, 0, "M h"},
    Group{Anywhere, 0, "M -"},
};

/// Rules by the first letter of their left side.
using Rules = std::array<std::vector<SpellingRule>, 128>;

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> list;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    list.push_back(word == "-" ? std::string_view() : word);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return list;
}

Rules make_rules() {
  Rules rules;
  for (const Group& group : groups) {
    const std::vector<std::string_view> spellings = words(group.spellings);
    for (const std::string_view left : spellings) {
      for (const std::string_view right : spellings) {
        if (left == right) continue;
        const auto letter = static_cast<std::size_t>(left.empty() ? '\0' : left.front());
        rules[letter].push_back({left, right, group.cost, group.where});
      }
    }
  }
  return rules;
}

}  // namespace

const std::vector<SpellingRule>& spelling_rules(char letter) {
  static const Rules rules = make_rules();
  static const std::vector<SpellingRule> none;
  const auto index = static_cast<unsigned char>(letter);
  return index < rules.size() ? rules[index] : none;
}

}  // namespace news

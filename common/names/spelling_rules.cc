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
constexpr auto groups = std::to_array<Group>({
    // Vowels
    {Anywhere, 2, "i y j ij iy yy yj ii yi jj ji"},
    {Anywhere, 10, "i ie ee"},
    {Anywhere, 8, "ye ie je iye ije"},
    {Anywhere, 8, "e ye je"},
    {Anywhere, 8, "ya ia ja iya ija iia"},
    {Anywhere, 8, "yu iu ju iyu iou you jou"},
    {Anywhere, 8, "yo io jo iyo"},
    {Anywhere, 15, "yo e"},
    {Anywhere, 25, "yu u"},
    {Anywhere, 20, "yu ue"},
    {Anywhere, 8, "u ou oo uw"},
    {Anywhere, 10, "ae a"},
    {Anywhere, 10, "oe o"},
    {Anywhere, 10, "ue u"},
    {Anywhere, 4, "ai ay aj"},
    {Anywhere, 4, "ei ey ej"},
    {Anywhere, 4, "oi oy oj"},
    {Anywhere, 4, "ui uy uj"},
    {Anywhere, 31, "ai ei"},
    {Anywhere, 31, "ay ey"},
    {Anywhere, 31, "ai ey"},
    {Anywhere, 31, "ay ei"},
    {Anywhere, 31, "aj ej"},
    {Anywhere, 10, "ai ae"},
    {Anywhere, 10, "ay ae"},
    {Anywhere, 5, "au aw"},
    {Anywhere, 8, "eu ew"},
    {Start, 15, "gi y"},
    {Anywhere, 10, "aou awu awoo aw"},
    {OpenStart, 25, "o u ou"},
    {Start, 10, "w ou"},
    {Anywhere, 12, "ou ow"},
    // Endings
    {End, 20, "ev ov"},
    {End, 20, "ew ow"},
    {End, 20, "ev ow"},
    {End, 20, "ew ov"},
    {End, 10, "v ff"},
    {End, 10, "w ff"},
    {End, 15, "v f"},
    {End, 15, "w f"},
    {End, 12, "ic ich itch itsch icz"},
    {End, 15, "nko nka"},
    {End, 15, "dr der"},
    // w, f
    {Anywhere, 4, "v w"},
    {Anywhere, 4, "f ph"},
    // k, g, h
    {HardC, 25, "k c"},
    {End, 10, "k c"},
    {Anywhere, 8, "k ck"},
    {HardC, 25, "q c"},
    {Anywhere, 10, "k q"},
    {Anywhere, 15, "k qu"},
    {Anywhere, 10, "q qu"},
    {Anywhere, 10, "gs ks"},
    {Anywhere, 15, "q g"},
    {Oriental, 25, "g k"},
    {BeforeEnd, 8, "g gh"},
    {Anywhere, 20, "gh q"},
    {Inside, 25, "g h"},
    {AfterVowel, 31, "h -"},
    {End, 12, "ah a"},
    {Anywhere, 25, "kh h"},
    {Anywhere, 25, "kh ch"},
    {Anywhere, 30, "ch h"},
    {Anywhere, 25, "kh k"},
    {Anywhere, 15, "kh x"},
    {Anywhere, 6, "x ks cs kz"},
    // t, d, b
    {BeforeEnd, 8, "t th"},
    {Anywhere, 8, "d dh"},
    {Anywhere, 8, "b bh"},
    {Anywhere, 8, "r rh"},
    {Anywhere, 8, "dd dh"},
    {BeforeEnd, 12, "tt th"},
    {Oriental, 20, "dh z"},
    {Oriental, 20, "th s"},
    // What hisses
    {Anywhere, 4, "ts tz tc"},
    {Anywhere, 12, "ts c"},
    {Anywhere, 12, "ts z"},
    {Anywhere, 12, "tz z"},
    {Anywhere, 12, "tz c"},
    {SoftC, 22, "z c"},
    {BeforeEnd, 25, "s z"},
    {BeforeEnd, 25, "s sz"},
    {Anywhere, 8, "ss sz"},
    {Anywhere, 15, "zh j"},
    {Anywhere, 15, "zh sch"},
    {Anywhere, 20, "zh sh"},
    {Anywhere, 15, "zh z"},
    {Anywhere, 12, "zh rz"},
    {Anywhere, 10, "zh zs"},
    {Anywhere, 20, "zh g"},
    {Anywhere, 20, "j sch"},
    {Anywhere, 15, "rz z"},
    {Anywhere, 4, "sh sch"},
    {Anywhere, 31, "sh ch"},
    {Anywhere, 31, "sch ch"},
    {BeforeEnd, 37, "sh s"},
    {BeforeEnd, 37, "sch s"},
    {Anywhere, 10, "sh sz"},
    {Anywhere, 10, "sch sz"},
    {Anywhere, 20, "sh sj"},
    {Anywhere, 25, "sz ch"},
    {Anywhere, 4, "ch tch tsch tsh"},
    {Anywhere, 8, "ch cz"},
    {Anywhere, 8, "tsch cz"},
    {Anywhere, 8, "tch cz"},
    {Anywhere, 23, "ch c"},
    {Anywhere, 22, "tsch c"},
    {Anywhere, 22, "tch c"},
    {Anywhere, 15, "cz c"},
    {Anywhere, 12, "ch tj"},
    {Anywhere, 10, "ch cs"},
    {Anywhere, 10, "tsch cs"},
    {Anywhere, 6, "shch schtsch chtch szcz shtch shtsch"},
    {Anywhere, 12, "shch sc"},
    {Anywhere, 12, "schtsch sc"},
    {Anywhere, 12, "shch sch"},
    {Anywhere, 12, "schtsch sch"},
    {Anywhere, 20, "shch sh"},
    {Anywhere, 12, "shch sht"},
    {Anywhere, 6, "j dzh dj dsch dzs"},
    {Anywhere, 6, "dz ds"},
    {Anywhere, 12, "dz z"},
    {Anywhere, 12, "dz dzh"},
    {Anywhere, 12, "dz dsch"},
    {Anywhere, 12, "r rzh rsch"},
    {Anywhere, 12, "j dz"},
    {Anywhere, 12, "dj d"},
    {Anywhere, 15, "dzh zh"},
    // Romanised Arabic and Persian
    {Oriental, 15, "o u"},
    {Oriental, 18, "e i"},
    {Oriental, 18, "a e"},
    {Oriental, 22, "u e"},
    {Oriental, 25, "u a"},
    {Oriental, 20, "au ou ow"},
    {Oriental, 15, "ai e"},
    {Oriental, 22, "ou o"},
    {Oriental, 20, "t d"},
    // What romanize() leaves open: Cyrillic, Greek
    {Anywhere, 0, "H g"},
    {Anywhere, 0, "H h"},
    {Anywhere, 4, "H gh"},
    {Anywhere, 4, "H gu"},
    {Anywhere, 0, "X kh"},
    {Anywhere, 4, "X h"},
    {Anywhere, 4, "X M"},
    {Anywhere, 4, "X ch"},
    {Anywhere, 15, "X k"},
    {Anywhere, 4, "X x"},
    {Anywhere, 0, "N sh"},
    {Anywhere, 0, "N sch"},
    {Anywhere, 8, "N ch"},
    {Anywhere, 12, "N s"},
    {Anywhere, 4, "N sz"},
    {Anywhere, 12, "N sj"},
    {Anywhere, 0, "N S"},
    {Anywhere, 0, "R ch"},
    {Anywhere, 0, "R tch"},
    {Anywhere, 0, "R tsch"},
    {Anywhere, 2, "R tsh"},
    {Anywhere, 2, "R cz"},
    {Anywhere, 10, "R c"},
    {Anywhere, 4, "R cs"},
    {Anywhere, 8, "R tj"},
    {End, 4, "iR ic"},
    {Start, 4, "Gi y"},
    {Anywhere, 10, "X j"},
    {Anywhere, 0, "C e"},
    {Anywhere, 0, "C ye"},
    {Anywhere, 4, "C ie"},
    {Anywhere, 2, "C je"},
    {Anywhere, 8, "C yo"},
    {Anywhere, 8, "C io"},
    {Anywhere, 15, "C o"},
    {Anywhere, 8, "C oe"},
    {Anywhere, 10, "C ae"},
    {Anywhere, 4, "iC iye ije ie"},
    {Anywhere, 0, "V v"},
    {Anywhere, 0, "V b"},
    {Anywhere, 4, "V w"},
    {Anywhere, 0, "G g"},
    {Anywhere, 4, "G y"},
    {Anywhere, 4, "G gh"},
    {Anywhere, 8, "G j"},
    {Anywhere, 8, "G i"},
    {Anywhere, 0, "D d"},
    {Anywhere, 0, "D nt"},
    {Anywhere, 0, "D nd"},
    {Anywhere, 0, "B b"},
    {Anywhere, 0, "B mp"},
    {Anywhere, 0, "B mb"},
    {Anywhere, 0, "U v"},
    {Anywhere, 0, "U f"},
    {Anywhere, 0, "U u"},
    {Anywhere, 4, "U w"},
    {Anywhere, 4, "U y"},
    {Anywhere, 10, "H J"},
    {Anywhere, 4, "H I"},
    // Arabic and Hebrew
    {Start, 0, "@ -"},
    {Start, 0, "@ al"},
    {Start, 0, "@ el"},
    {Anywhere, 0, "W v"},
    {Anywhere, 0, "W w"},
    {Anywhere, 0, "W u"},
    {Anywhere, 0, "W o"},
    {Anywhere, 0, "W ou"},
    {Anywhere, 0, "W oo"},
    {Anywhere, 15, "W f"},
    {Anywhere, 4, "WW W v w"},
    {Anywhere, 0, "Y y"},
    {Anywhere, 0, "Y i"},
    {Anywhere, 4, "Y e"},
    {Anywhere, 4, "Y C"},
    {Anywhere, 0, "Y ee"},
    {Anywhere, 0, "Y ai"},
    {Anywhere, 0, "Y ei"},
    {Anywhere, 0, "Y j"},
    {Anywhere, 0, "Y ie"},
    {Anywhere, 0, "Y ij"},
    {Anywhere, 4, "YY Y"},
    {Anywhere, 0, "A a"},
    {Anywhere, 0, "A aa"},
    {Anywhere, 4, "A e"},
    {Anywhere, 4, "A o"},
    {Anywhere, 4, "A i"},
    {Anywhere, 4, "A u"},
    {Anywhere, 4, "A -"},
    {Anywhere, 0, "AW o"},
    {Anywhere, 0, "AW u"},
    {Anywhere, 0, "AW au"},
    {Anywhere, 0, "AY ai"},
    {Anywhere, 0, "AY ei"},
    {Anywhere, 0, "AY i"},
    {Anywhere, 0, "AY e"},
    {Anywhere, 0, "A E"},
    {Anywhere, 0, "E -"},
    {Anywhere, 4, "T -"},
    {Anywhere, 0, "T a"},
    {Anywhere, 0, "T ah"},
    {Anywhere, 4, "T at"},
    {Anywhere, 4, "T e"},
    {Anywhere, 4, "T eh"},
    {Anywhere, 0, "T M"},
    {Anywhere, 0, "Q q"},
    {Anywhere, 0, "Q k"},
    {Anywhere, 0, "Q g"},
    {Anywhere, 4, "Q gh"},
    {HardC, 4, "Q c"},
    {Anywhere, 0, "K k"},
    {Anywhere, 0, "K ch"},
    {Anywhere, 0, "K kh"},
    {HardC, 4, "K c"},
    {Anywhere, 0, "J j"},
    {Anywhere, 4, "J g"},
    {Anywhere, 0, "J dj"},
    {Anywhere, 4, "J dsch"},
    {Anywhere, 4, "J dzh"},
    {Anywhere, 0, "Z dh"},
    {Anywhere, 0, "Z d"},
    {Anywhere, 4, "Z z"},
    {Anywhere, 4, "Z th"},
    {Anywhere, 4, "Z dd"},
    {Anywhere, 0, "O th"},
    {Anywhere, 4, "O s"},
    {Anywhere, 4, "O t"},
    {Anywhere, 0, "I gh"},
    {Anywhere, 0, "I g"},
    {Anywhere, 0, "F f"},
    {Anywhere, 4, "F v"},
    {Anywhere, 4, "F w"},
    {Anywhere, 0, "F ph"},
    {Anywhere, 0, "L b"},
    {Anywhere, 8, "L p"},
    {Anywhere, 0, "P p"},
    {Anywhere, 0, "P f"},
    {Anywhere, 0, "P ph"},
    {Anywhere, 4, "P L"},
    {Anywhere, 0, "S sh"},
    {Anywhere, 0, "S s"},
    {Anywhere, 0, "S sch"},
    {Anywhere, 4, "S ch"},
    {Anywhere, 0, "M h"},
    {Anywhere, 0, "M -"},
});

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
        const auto letter = static_cast<unsigned char>(left.empty() ? '\0' : left.front());
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

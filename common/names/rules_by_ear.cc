#include "common/names/rule_groups.h"

namespace news {

namespace {

using enum Where;

// How Russian, Ukrainian and Bulgarian newspapers write names of English, German, French, Italian
// and Spanish; `C` is their letter е, `e` is э.
constexpr auto groups = std::to_array<EarGroup>({
    // Vowels
    {Anywhere, 4, "ai i y ei"},
    {Anywhere, 4, "ay i y ei ey ai"},
    {Anywhere, 4, "e a ai ae"},
    {Anywhere, 4, "ey a ai ay ei"},
    {Anywhere, 4, "Cy a ai ay ei ey ea"},
    {Closed, 8, "a u"},
    {Anywhere, 31, "C a"},
    {Anywhere, 8, "C ai ae eu"},
    {End, 8, "Cn in ain aine"},
    {Anywhere, 8, "Cy e"},
    {Anywhere, 4, "au ow ou"},
    {Anywhere, 8, "ou o ow oa"},
    {Anywhere, 4, "oy eu au"},
    {Anywhere, 4, "i ea"},
    {Anywhere, 8, "yay ey ei"},
    {Anywhere, 4, "u oo"},
    {Anywhere, 4, "yu ou ew"},
    {Anywhere, 8, "yu u"},
    {Anywhere, 4, "vor war wor"},
    {Anywhere, 8, "Cr ur ir ear"},
    {Anywhere, 8, "ol al"},
    {Anywhere, 8, "or aur oar eor"},
    {Anywhere, 8, "ol aul"},
    {Start, 4, "ui wi"},
    {Start, 4, "uo wa wo"},
    {Start, 4, "ua wa"},
    {Start, 4, "uay whi wi"},
    {Start, 4, "ue we"},
    {Start, 4, "uC we"},
    {Start, 4, "yC ye"},
    {Anywhere, 8, "ua oi ois"},
    {Anywhere, 35, "an en"},
    {Anywhere, 8, "iy ill"},
    {End, 4, "i ey"},
    {End, 8, "C ier ieu"},
    {End, 8, "u o"},
    // What is not heard
    {End, 8, "- e"},
    {End, 20, "n nd nt"},
    {End, 20, "r rd rt"},
    {Start, 12, "- h"},
    {BeforeConsonant, 4, "- h"},
    // Consonants
    {Start, 4, "r wr"},
    {Anywhere, 4, "ayt ight"},
    {Anywhere, 4, "HX gh"},
    {Anywhere, 4, "lo glio"},
    {Anywhere, 4, "k c"},
    {End, 2, "k c ck"},
    {SoftC, 4, "s c"},
    {End, 4, "s ce"},
    {Anywhere, 4, "z s"},
    {Anywhere, 4, "s z"},
    {Anywhere, 6, "z se"},
    {End, 4, "z es"},
    {Anywhere, 2, "tR tch"},
    {Anywhere, 2, "ts z"},
    {Anywhere, 4, "N s"},
    {Anywhere, 4, "X j"},
    {Start, 4, "f v"},
    {SoftC, 8, "dzh g"},
    {Anywhere, 4, "dzh ge dge"},
    {Anywhere, 4, "zh ge"},
    {End, 4, "t th"},
    {Start, 8, "Ra cea"},
    {Anywhere, 4, "Ra cia"},
    {Anywhere, 4, "Ro cio"},
    {Anywhere, 4, "Ru ciu"},
    {Anywhere, 4, "dzha gia"},
    {Anywhere, 4, "dzho gio"},
    {Anywhere, 4, "dzhu giu"},
    {SoftC, 8, "R c"},
    {SoftC, 8, "RR cc"},
    {Start, 4, "mak mc mac"},
    {Start, 4, "makk mcc"},
});

}  // namespace

std::span<const EarGroup> rules_by_ear() { return groups; }

}  // namespace news

#include "common/names/looks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace news {

namespace {

// In the spellings of English, German, French, Polish and Czech newspapers.
constexpr auto slavic_endings = std::to_array<std::string_view>(
    {"ov",    "ev",    "ow",    "ew",    "ova",  "eva",    "owa",     "ewa",    "off",    "eff",
     "iv",    "iw",    "sky",   "ski",   "skyi", "skyy",   "skii",    "skiy",   "skij",   "skyj",
     "skoy",  "skaya", "skaja", "skaia", "zky",  "zki",    "cki",     "enko",   "ich",    "itch",
     "itsch", "icz",   "ych",   "ytsch", "ic",   "chuk",   "tschuk",  "czuk",   "tchouk", "uk",
     "grad",  "burg",  "ny",    "ni",    "nyj",  "nyi",    "nyy",     "nij",    "tsin",   "tsyn",
     "zin",   "zyn",   "tsine", "tsyne", "ayev", "shvili", "schwili", "chvili", "svili",  "adze",
     "dse",   "idze",  "yan",   "ian",   "jan",  "oye",    "insk",    "byl",    "vka",    "wka",
     "vyi",   "vyy",   "vyj",   "wyj"});
constexpr auto slavic_letters = std::to_array<std::string_view>(
    {"shch", "schtsch", "chtch", "szcz", "zh", "dzh", "yev", "iev", "jew"});

constexpr auto slavic_beginnings = std::to_array<std::string_view>(
    {"yu", "ye", "jel", "jew", "jur", "dm", "vlad", "wlad", "volod", "wolod", "serg", "serh"});

constexpr auto greek_endings =
    std::to_array<std::string_view>({"akis", "poulos", "pulos", "idis", "ides", "iadis", "iades",
                                     "oglou", "anlis", "eou", "reu", "elos", "ios"});

// Sounds that hardly any other romanised language has.
constexpr auto oriental_letters =
    std::to_array<std::string_view>({"kh", "gh", "dh", "dda", "ddi", "ddu", "ddh", "aal", "aad",
                                     "aab", "aam", "aaf", "uddin", "llah", "ullah"});
constexpr auto oriental_endings = std::to_array<std::string_view>(
    {"aa", "awi", "aoui", "heed", "leed", "sheed", "reem", "leem", "meed", "heem", "seer", "jeeb"});

// Silent letters, and consonants together that no transliteration puts at the end.
constexpr auto western_endings = std::to_array<std::string_view>(
    {"er",  "or",  "son", "ton", "mon", "en", "ell", "mann", "ing", "ham", "ley", "ney",
     "sey", "key", "ard", "ld",  "ll",  "nn", "mm",  "ff",   "ck",  "nd",  "ng",  "rd",
     "rt",  "rk",  "lt",  "lz",  "nz",  "rz", "tz",  "ts",   "th",  "ss",  "es",  "by",
     "dy",  "ly",  "ry",  "ty",  "sy",  "ks", "ms",  "ns",   "nt",  "ein", "rs",  "lls",
     "lk",  "rn",  "lm",  "ee",  "oo",  "be", "ce",  "de",   "fe",  "ge",  "ke",  "le",
     "me",  "ne",  "pe",  "re",  "se",  "te", "ue",  "ve",   "we",  "ze",  "ie",  "el"});
constexpr auto western_letters = std::to_array<std::string_view>({"qu", "wh", "eau", "ough"});

constexpr auto french_letters =
    std::to_array<std::string_view>({"ou", "tch", "kh", "ts", "oj", "ij", "ov"});

template <std::size_t N>
bool ends(std::string_view text, const std::array<std::string_view, N>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return text.size() > ending.size() && text.ends_with(ending);
  });
}

template <std::size_t N>
bool begins(std::string_view text, const std::array<std::string_view, N>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return text.starts_with(beginning); });
}

template <std::size_t N>
bool has(std::string_view text, const std::array<std::string_view, N>& groups) {
  return std::any_of(groups.begin(), groups.end(), [&](std::string_view group) {
    return text.find(group) != std::string_view::npos;
  });
}

/// Romanised as in French, where `-ine` is read as `-in` is elsewhere: `Poutine`.
bool is_french(std::string_view text) {
  return (text.ends_with("ine") || text.ends_with("yne")) && has(text, french_letters);
}

bool contains(std::string_view text, char letter) {
  return text.find(letter) != std::string_view::npos;
}

/// q without u, and h between a vowel and m, d, j, b, a vowel or the end.
bool has_oriental_sounds(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view after = text.substr(i + 1, 1);
    if (text[i] == 'q' && after != "u") return true;
    const bool vowel_before = i > 0 && contains("aeou", text[i - 1]);
    if (text[i] == 'h' && vowel_before && (after.empty() || contains("mdjbaeiou", after.front()))) {
      return true;
    }
  }
  return false;
}

}  // namespace

Looks looks_of(const Romanized& name) {
  Looks looks;
  const std::string_view text = name.text;
  looks.oriental = name.vowelless || text.starts_with("abd") || has(text, oriental_letters) ||
                   ends(text, oriental_endings) || has_oriental_sounds(text);
  looks.slavic = name.script == Script::Cyrillic || ends(text, slavic_endings) ||
                 has(text, slavic_letters) || begins(text, slavic_beginnings);
  looks.greek = ends(text, greek_endings);
  looks.french = is_french(text);
  looks.western = name.script == Script::Latin && !looks.oriental && !looks.slavic &&
                  !looks.greek && !looks.french &&
                  (ends(text, western_endings) || has(text, western_letters));
  return looks;
}

Kinship kinship_of(const Romanized& a, const Romanized& b) {
  const Looks left = looks_of(a), right = looks_of(b);
  Kinship kinship;
  const bool same_letters = a.script == Script::Latin && b.script == Script::Latin;
  kinship.neutral = !left.western && !right.western;
  kinship.oriental = (left.oriental || right.oriental) && (kinship.neutral || !same_letters);
  kinship.french = left.french || right.french;
  kinship.foreign = !same_letters || (left.slavic && right.slavic) || kinship.oriental ||
                    (left.greek && right.greek);
  kinship.neutral = kinship.neutral || kinship.foreign;
  return kinship;
}

}  // namespace news
